import { readFileSync } from "node:fs";
import { letterTables } from "../../lib/detect/letters/tables.ts";
import { packedToText } from "../../lib/detect/pack/carry.ts";
import { packMatcher } from "../../lib/detect/pack/pack.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import { badgeState } from "../../lib/state/badge.ts";
import { cardState, heldBy, keywordList, linh, mention, noonMs, noor, suggestions } from "../components/samples.ts";
import { badgeSheet } from "./badge-sheet.ts";
import type { Answers, Scene, Step } from "./scene.ts";

const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));

/** Words of a post of the demo, and what became of it. */
type Became = readonly (readonly [words: string, parts: Partial<Mention>])[];
const became: Became = [
  ["pair with a second phone", {}],
  ["THIRD TIME", { route: "first_line", status: "escalated" }],
  ["isi penuh", heldBy(linh)],
  ["isn't a question", { status: "answered" }],
];

/** The background of a member who looks at the demo's timeline. */
function background(card: Partial<CardState>, held: Partial<Mention>, brands: readonly string[] = []): Answers {
  const known = new Map<string, Mention>();
  const mentionOf = (id: string) => ({ ...(known.get(id) ?? mention()), ...held });
  return {
    "page.start": ({ site }) => ({
      pack: json(`assets/packs/${site}.json`),
      screen: packedToText(packMatcher([keywordList])),
      letters: letterTables,
      css: badgeSheet(),
      // Those of the look's language.
      texts: {},
      sharing: "all",
    }),
    "post.seen": ({ post }) => {
      const parts = became.find(([words]) => post.text.includes(words))?.[1] ?? {};
      const { id, permalink, author, text } = post;
      const made = mention({ postId: id ?? "1", permalink, author, excerpt: text, ...parts });
      known.set(made.id, made);
      const state = badgeState(known.size === 1 ? mentionOf(made.id) : made, noor, noonMs, 0);
      return brands.length === 0 ? [state] : brands.map((brand) => ({ ...state, community: brand, brand }));
    },
    "card.state": ({ mentionId }) => cardState({ mention: mentionOf(mentionId), ...card }),
    "knowledge.find": () => suggestions,
  };
}

const onX = (name: string, parts: Partial<Scene> = {}, held: Partial<Mention> = {}, card: Partial<CardState> = {}): Scene => ({
  ...{ name, page: "https://x.com/home", width: 1180, height: 760 },
  device: {},
  answers: background(card, held),
  ...parts,
});
const openCard: readonly Step[] = [{ click: "article >>> button[data-state]" }, { see: ".card .btn" }];

export const siteScenes: readonly Scene[] = [
  onX("site-badges"),
  { ...onX("site-several"), answers: background({}, {}, ["Acme", "דלתא"]) },
  onX("site-quiet", {}, { triage: { ...mention().triage, answerability: 0.1 } }),
  onX("site-quiet-card", { steps: openCard }, { triage: { ...mention().triage, answerability: 0.1 } }),
  onX("site-card", { steps: openCard }),
  onX("site-card-held", { steps: openCard }, heldBy(noor)),
  {
    ...onX(
      "site-card-find",
      { steps: [...openCard, { click: ".reply-text" }, { key: "/" }, { type: "hold", into: ".find-answer input" }] },
      heldBy(noor),
    ),
  },
  onX("readme", { height: 620, steps: openCard, keptAs: "docs/fanswer.webp" }, heldBy(noor)),
  onX("site-card-narrow", { width: 700, steps: openCard }, heldBy(noor)),
  { ...onX("site-facebook"), page: "https://www.facebook.com/" },
];
