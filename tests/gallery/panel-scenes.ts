import type { MessageReply } from "../../lib/schema/messages.ts";
import { ada, at, calibration, cardState, corrected, heldBy, linh, mention, noonMs, noor, sam } from "../components/samples.ts";
import type { Device } from "./device.ts";
import { mixed, ownWrong, posts, reviewed } from "./posts.ts";
import type { Answers, Scene, Step } from "./scene.ts";

const quiet = { dismissed: 1, handedOn: 0, broughtBack: 0, answered: 6, reported: 12, sentBack: 0 };
const doings: MessageReply<"member.doings"> = {
  people: [
    {
      member: noor,
      done: { ...quiet, dismissed: 50, handedOn: 22, answered: 0 },
      refused: 35,
      declined: 6,
      taken: 1,
      unusual: ["refused", "declined", "many"],
    },
    { member: linh, done: quiet, refused: 0, declined: 0, taken: 0, unusual: [] },
  ],
  takeBacks: [
    {
      id: "7c2b0a8e-53f1-4c1d-9a51-0f4d2d6c8a77",
      member: { id: noor.id, name: noor.name },
      by: { id: sam.id, name: sam.name },
      at: at(-30),
    },
  ],
};
const proposed = mention({ ...posts.angry, opinions: [{ wish: "dismiss", value: "spam", note: null, isMine: false }] });
const despairing = mention({
  ...posts.angry,
  excerpt: "Acme locked my account with everything in it. I don't want to live anymore, nobody answers.",
  triage: {
    ...posts.angry.triage,
    hazard: "self_harm",
    danger: 0.86,
    reasons: [{ code: "self_harm", words: ["don't want to live"], value: 0.86 }, ...posts.angry.triage.reasons],
  },
});

const answers: Answers = {
  "member.doings": () => ({ people: [], takeBacks: [] }),
  "card.state": () => cardState({ mention: heldBy(sam), me: sam }),
  "member.list": () => [sam, { ...ada, role: "staff" }, linh],
  "mention.history": () => [
    { at: at(-40), who: null, action: "rule.unclaimed", detail: { route: "first_line" } },
    { at: at(-12), who: "Linh Aster", action: "mention.route", detail: { route: "second_line" } },
  ],
};
const panel = (name: string, device: Device, steps: readonly Step[] = [], width = 400): Scene => ({
  ...{ name, page: "sidepanel.html", width, height: 700, steps, answers },
  device: { member: sam, ...device },
});

const openRow: Step = { click: ".triage-row" };
const openReview: Step = { click: "[aria-labelledby=section-review] .triage-row" };

export const panelScenes: readonly Scene[] = [
  panel("panel", { mentions: mixed, drifts: [{ site: "X", posts: 20, readable: 4, missing: ["author", "id"], at: at(0) }] }),
  panel("panel-wrong", { mentions: [posts.soon, ownWrong] }, [openRow]),
  panel("panel-selected", { mentions: mixed }, [{ click: ".triage-pick" }]),
  panel("panel-selected-menu", { mentions: mixed }, [{ key: "x" }, { key: "j" }, { key: "x" }, { key: "d" }]),
  panel("panel-open", { mentions: mixed }, [openRow]),
  panel("panel-menu", { mentions: mixed }, [openRow, { key: "d" }]),
  panel("panel-hint", { mentions: mixed }, [openRow, { key: "m" }]),
  panel("panel-offline", { mentions: mixed, waiting: 2, problem: "server_unreachable" }, [openRow]),
  panel("panel-corrected", { workspace: { calibration }, mentions: [mention({ ...posts.angry, ...corrected }), posts.soon] }, [openRow]),
  panel("panel-score-menu", { workspace: { calibration }, mentions: [posts.angry] }, [openRow, { click: "[aria-keyshortcuts=o]" }], 340),
  panel("panel-mine", { mentions: [mention(heldBy(sam))] }, [openRow], 340),
  panel("panel-review", { mentions: reviewed }, [openReview]),
  panel("panel-review-edit", { mentions: reviewed }, [openReview, { click: "[aria-keyshortcuts=g]" }], 340),
  panel("panel-review-back", { mentions: reviewed }, [openReview, { click: "[aria-keyshortcuts=b]" }], 340),
  panel("panel-self-harm", { mentions: [despairing, posts.soon] }, [openRow]),
  panel("panel-proposed", { mentions: [proposed, posts.soon] }, [openRow]),
  { ...panel("panel-unusual", { mentions: mixed }), answers: { ...answers, "member.doings": () => doings } },
  {
    ...panel("panel-people", { mentions: mixed }, [{ click: ".notice .link" }]),
    answers: { ...answers, "member.doings": () => doings },
  },
  panel("panel-unread", { mentions: mixed, unread: { version: "0", count: 3, places: ["mention.author.name"], sinceMs: noonMs } }),
  panel("panel-putoff", { mentions: mixed, waiting: 4, putOffMinutes: 25 }),
  panel("panel-add", {}, [{ click: ".page-head .btn:nth-last-child(2)" }], 340),
  panel("panel-keys", {}, [{ click: ".page-head .btn:last-child" }], 320),
  panel("panel-advocate", { member: noor }, [], 360),
];
