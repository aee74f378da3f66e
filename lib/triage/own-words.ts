import { type WordScore, wordScores } from "../schema/triage-settings.ts";
import { type Cue, findCues, sumUp } from "./cues.ts";
import { isNegated } from "./mood.ts";
import type { Score } from "./scores.ts";
import { longestCue, makeTable, type Table } from "./tables.ts";
import { readTokens, type Token } from "./tokens.ts";
import { he } from "./words/he.ts";

type OwnWords = Readonly<Record<WordScore, readonly string[]>>;

/** How surely one word of the workspace's speaks: enough by itself for the usual threshold. */
const ownHint = 0.6;

const tables = new WeakMap<OwnWords, Table>();

function tableOf(words: OwnWords): Table {
  const known = tables.get(words);
  if (known) return known;
  const rows = wordScores.map((score) => [score, [[ownHint, words[score].map(joined).join(" ")]]] as const);
  // Hebrew writes its one-letter words together with the next.
  const made = makeTable({
    ...Object.fromEntries(rows.filter(([score]) => words[score].length > 0)),
    ...{ negators: "", boosters: "", turns: "", beginnings: he.beginnings ?? "" },
  });
  tables.set(words, made);
  return made;
}

/** The words of a phrase as the word tables write them. */
const joined = (text: string): string => text.trim().replace(/\s+/gu, "_");

/** What the workspace's own words say of a post; `spoken` are its tokens, `known` the tables whose negators turn a word. */
export function ownScores(spoken: readonly Token[], words: OwnWords, known: readonly Table[]): Record<WordScore, Score> {
  const cues = wordScores.some((score) => words[score].length > 0) ? findCues(spoken, [tableOf(words)]) : [];
  const standing = cues.filter((cue: Cue) => !isNegated(spoken, cue.from, known));
  return { urgency: sumUp(standing, "urgency"), anger: sumUp(standing, "anger"), technical: sumUp(cues, "technical") };
}

export type OwnWordProblem = "no_word" | "too_long";

/** Why a word cannot be met in a post; null when it can. A Chinese character is a word of a phrase. */
export function ownWordProblem(text: string): OwnWordProblem | null {
  const tokens = readTokens(text);
  if (!tokens.some(({ kind }) => kind === "word" || kind === "emoji") || tokens.some(({ kind }) => kind === "silent")) return "no_word";
  return tokens.length > longestCue ? "too_long" : null;
}
