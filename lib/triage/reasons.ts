import { isDanger, type PostKind, type Reason, type Triage } from "../schema/triage.ts";
import type { Answerability } from "./answerability.ts";
import type { Found } from "./hazard.ts";
import type { Mood } from "./mood.ts";
import type { Score, ScoreFindings } from "./scores.ts";

/** What there is to say about a post's scores. */
export interface Findings {
  readonly kind: PostKind;
  readonly mood: Mood;
  /** What the mood is called; a neutral one needs no reason, and one without words has none to show. */
  readonly label: Triage["sentimentLabel"];
  readonly scores: ScoreFindings;
  readonly readers: number;
  readonly waitingMinutes: number;
  readonly replies: number | null;
  /** Its language is read at all. */
  readonly isKnown: boolean;
  readonly isRulesOnly: boolean;
  /** How sure the mood is, 0..1. */
  readonly certainty: number;
  /** Words that are often said in irony. */
  readonly irony: readonly string[];
  readonly found: Found;
  readonly answerability: Answerability;
}

/** Less than this is not worth a reason; nobody is called angry who is more likely not, and "today" alone presses nobody. */
const worthSaying = { anger: 0.5, urgent: 0.55, score: 0.3, mood: 0.2, readers: 1000, minutes: 60 } as const;
/** A mood less sure than this is said to be. */
const unsureBelow = 0.45;
const mostReasons = 12;
const mostWords = 8;
const longestWord = 60;

/** Without the words that stand in longer ones: "lapor polisi" has said "polisi". */
function distinct(words: readonly string[]): string[] {
  const lower = words.map((word) => word.toLowerCase());
  const isSaidBy = (at: number) => (other: string, place: number) => other.includes(lower[at] ?? "") && (other !== lower[at] || place < at);
  return words.filter((_word, at) => !lower.some(isSaidBy(at)));
}

function reason(code: Reason["code"], words: readonly string[], value: number | null): Reason {
  const shown = distinct(words)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
  return { code, words: shown, value: value === null ? null : Math.round(value * 100) / 100 };
}

/** The reasons a person can check, the weightiest kinds first. */
export function reasonsOf({
  kind,
  mood,
  label,
  scores,
  readers,
  waitingMinutes,
  replies,
  isKnown,
  isRulesOnly,
  certainty,
  irony,
  found,
  answerability,
}: Findings): Triage["reasons"] {
  const reasons: Reason[] = [];
  const say = (code: Reason["code"], { value, words }: Score, least: number) => {
    if (value >= least) reasons.push(reason(code, words, value));
  };
  if (found.hazard !== "none") reasons.push(reason(found.hazard, found.words, isDanger(found.hazard) ? found.danger : null));
  const { noise } = answerability;
  if (noise !== null && found.hazard === "none") reasons.push(reason(noise, answerability.words, null));
  // Where praise sounds like irony, that alone is said.
  const isDoubted = irony.length > 0 && certainty < unsureBelow;
  if (kind !== "other" && !(isDoubted && kind === "praise")) say(kind, scores[kind], 0);
  say("anger", scores.anger, worthSaying.anger);
  say("urgent", scores.urgency, worthSaying.urgent);
  say("technical", scores.technical, worthSaying.score);
  if (label === "negative" && mood.bad.length > 0 && mood.value <= -worthSaying.mood)
    reasons.push(reason("negative", mood.bad, mood.value));
  if (label === "positive" && mood.good.length > 0 && !isDoubted && mood.value >= worthSaying.mood)
    reasons.push(reason("positive", mood.good, mood.value));
  if (readers >= worthSaying.readers) reasons.push(reason("reach", [], readers));
  if (replies === 0) reasons.push(reason("unanswered", [], null));
  if (waitingMinutes >= worthSaying.minutes) reasons.push(reason("waiting", [], waitingMinutes));
  if (!isKnown) reasons.push(reason("unknown_language", [], null));
  if (certainty < unsureBelow) reasons.push(reason("unsure", irony, certainty));
  if (isRulesOnly) reasons.push(reason("rules_only", [], null));
  return reasons.slice(0, mostReasons);
}
