import type { OwnPage } from "../../lib/schema/own-work.ts";
import { board, ownBadges } from "../components/game/samples.ts";
import { ownAnswer, ownAnswers, ownLevel, ownPage } from "../components/own-samples.ts";
import { noor } from "../components/samples.ts";
import type { Device } from "./device.ts";
import type { Scene, Step } from "./scene.ts";

const you = (name: string, page: Partial<OwnPage> = {}, device: Device = {}, steps: readonly Step[] = []): Scene => {
  const { level, points, weeks, answers, reviews } = { ...ownPage, ...page };
  return {
    ...{ name, page: "you.html", width: 800, height: 900, steps },
    answers: {
      "member.own_level": () => level,
      "member.own_points": () => points,
      "member.own_answers": () => answers,
      "member.own_badges": () => ownBadges,
      "badges.known": () => null,
      "member.own_weeks": () => weeks,
      "member.own_reviews": () => reviews,
      "board.read": () => board,
    },
    device,
  };
};

const rough = { author: { handle: "x", name: "<b>נועה</b> & 👩‍👩‍👧‍👧", verified: false }, words: "שלום, <i>האוזניות</i> שלי לא מתחברות" };

export const youScenes: readonly Scene[] = [
  you("you", { answers: { ...ownAnswers, isMore: true } }, {}, [{ see: ".own-list" }]),
  you("you-opened", { level: { ...ownLevel, level: 1, evidence: { rated: 6, good: 5.5, raters: 3, days: 12 } } }, {}, [
    { click: ".points summary" },
    { click: "details summary" },
  ]),
  you("you-rough", {
    level: { ...ownLevel, level: 2, evidence: { rated: 10, good: 7, raters: 8, days: 40 }, fallsAt: "2026-03-16T12:00:00.000Z" },
    answers: { answers: [{ ...ownAnswer, post: rough, text: `${ownAnswer.text}\n`.repeat(9) }], isMore: false },
  }),
  you("you-none", {
    level: { ...ownLevel, evidence: null },
    points: { total: 0, week: 0, lines: [] },
    answers: { answers: [], isMore: false },
    reviews: { reviews: [], isMore: false },
  }),
  you("you-badges", {}, {}, [{ click: ".badges summary" }]),
  you("you-board", {}, {}, [{ see: ".board li" }]),
  you("you-analyst", {}, { member: { ...noor, role: "analyst" } }),
];
