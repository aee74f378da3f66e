import type { Triage } from "../schema/triage.ts";
import type { JudgedBy, Judgement } from "./model/judge.ts";
import type { Mood } from "./mood.ts";
import type { Score, ScoreFindings } from "./scores.ts";
import { together } from "./together.ts";

/** What a bad or good mood adds where no head reads anger, complaint or praise itself. */
const angerOfBadMood = 0.3;
const complaintOfBadMood = 0.6;
const praiseOfGoodMood = 0.7;
/** An ask that the model sees counts from here on as surely as a cue of the word tables. */
const ruledThreat = 0.6;
const ruledAnger = 0.7;

/** Where no head reads what is asked: of a short ask without a good or bad word, so much of mood and anger stays. Few sets hold a plain question. */
const moodOfPlainAsk = 0.5;
const ruledAsk = 0.6;
const shortAsk = 14;

/** The judgement with the feelings of plain asks weakened. */
export function tempered(judgement: Judgement, ruled: ScoreFindings, { known }: Mood, tokenCount: number): Judgement {
  const asks = Math.max(ruled.question.value, ruled.request.value) >= ruledAsk;
  if (known || !asks || tokenCount > shortAsk || judgement.question !== null) return judgement;
  const anger = judgement.anger === null ? null : moodOfPlainAsk * judgement.anger;
  return { ...judgement, anger, negative: moodOfPlainAsk * judgement.negative, positive: moodOfPlainAsk * judgement.positive };
}

const both = (ruled: readonly string[], judged: readonly string[]): string[] => [...new Set([...ruled, ...judged])];

/** The mood as the model reads it: from -1, surely negative, to 1; with the words of the tables and of the model. */
export function judgedMood({ good, bad }: Mood, { negative, positive, words }: Judgement): Mood {
  const value = positive - negative;
  return {
    value,
    known: true,
    good: value > 0 ? both(good, words("positive")) : good,
    bad: value < 0 ? both(bad, words("negative")) : bad,
  };
}

export function judgedLabel({ negative, positive }: Judgement): Triage["sentimentLabel"] {
  const neutral = 1 - negative - positive;
  if (negative >= positive) return negative > neutral ? "negative" : "neutral";
  return positive > neutral ? "positive" : "neutral";
}

/** How likely the mood is right, 0..1; less where the words say the opposite of the whole, or a good mood is put as irony often is. */
export function certaintyOf(ruled: Mood, judgement: Judgement | null, isIronic: boolean): number {
  const value = judgement ? judgement.positive - judgement.negative : ruled.value;
  const most = judgement ? Math.max(judgement.negative, judgement.positive, 1 - judgement.negative - judgement.positive) : 1;
  const isTurned = ruled.known && ruled.value * value < -0.2;
  return most * (isTurned ? 0.5 : 1) * (isIronic && Math.max(value, ruled.value) > 0 ? 0.4 : 1);
}

/** What no word of the post speaks for is drawn halfway to this usual share: nobody is called angry for what cannot be shown. */
const usualShare = 0.2;
const worthProving = 0.3;

/** Angry words that the model hardly knows count half, with what it says. */
function steadied(ruled: Score, judged: Score): Score {
  const value = ruled.value >= ruledAnger && judged.value < ruled.value ? (ruled.value + judged.value) / 2 : judged.value;
  return { ...judged, value };
}

/** The scores with what the model says in place of the tables, where it says something. */
export function judgedScores(ruled: ScoreFindings, ruledMood: Mood, mood: Mood, judgement: Judgement): ScoreFindings {
  // The tables' scores hold their own mood already.
  const bad = Math.max(0, -mood.value - Math.max(0, -ruledMood.value));
  const good = Math.max(0, mood.value - Math.max(0, ruledMood.value));
  const read = (by: JudgedBy & keyof ScoreFindings, otherwise: number): Score => {
    const judged = judgement[by];
    const value = judged ?? together(ruled[by].value, otherwise);
    const words = both(ruled[by].words, value < worthProving ? [] : judgement.words(by));
    return { value: words.length > 0 || value < worthProving ? value : (value + usualShare) / 2, words };
  };
  const threat = read("threat", 0);
  const anger = read("anger", angerOfBadMood * bad);
  return {
    ...ruled,
    complaint: read("complaint", complaintOfBadMood * bad),
    question: read("question", 0),
    request: read("request", 0),
    anger: steadied(ruled.anger, anger),
    threat: ruled.threat.value >= ruledThreat && threat.value < ruled.threat.value ? ruled.threat : threat,
    praise: { value: together(ruled.praise.value, praiseOfGoodMood * good), words: both(ruled.praise.words, mood.good) },
  };
}
