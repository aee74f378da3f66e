import type { Triage } from "../schema/triage.ts";
import type { Judgement } from "./model/judge.ts";
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
const ruledComplaint = 0.6;

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

/** Of a bad mood that is hardly likely, in a short post, and for which no word stands, so much stays. */
const ofUnproved = 0.6;
const hardlyLikely = 0.55;
const shortPost = 8;

/** Who surely asks for something is not unhappy for one word that only the model dislikes: "send me a new charger". */
const surelyAsks = 0.95;
const lessThanLikely = 0.5;

/** The judgement with a bad mood weakened that nobody could be shown. */
export function provenMood(judgement: Judgement, { known }: Mood, tokenCount: number): Judgement {
  if (known || tokenCount > shortPost || judgement.negative > hardlyLikely) return judgement;
  const onlyAsks = (judgement.request ?? 0) >= surelyAsks && judgement.negative < lessThanLikely;
  if (!onlyAsks && judgement.telling("negative").length > 0) return judgement;
  return { ...judgement, negative: ofUnproved * judgement.negative };
}

const reliefMark = 0.5;
const [likely, unlikely] = [0.6, 0.2];

/** A good mood where the post praises by what is not wrong, and nothing else in it is bad or ironic. */
export function relieved(judgement: Judgement, ruled: ScoreFindings, mood: Mood, isIronic: boolean): Judgement {
  if (ruled.relief.value < reliefMark || mood.value <= 0 || mood.bad.length > 0 || isIronic) return judgement;
  return { ...judgement, positive: Math.max(likely, judgement.positive), negative: Math.min(unlikely, judgement.negative) };
}

const both = (ruled: readonly string[], judged: readonly string[]): string[] => [...new Set([...ruled, ...judged])];

/** The mood as the model reads it: from -1, surely negative, to 1; with the words of the tables and of the model. */
export function judgedMood({ good, bad }: Mood, { negative, positive, telling }: Judgement): Mood {
  const value = positive - negative;
  return {
    value,
    known: true,
    good: value > 0 ? both(good, telling("positive")) : good,
    bad: value < 0 ? both(bad, telling("negative")) : bad,
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

/** Words of the tables that the model hardly knows count half, with what it says: "I could kill for that cake" is no threat. */
function steadied(ruled: Score, judged: Score, mark: number): Score {
  const value = ruled.value >= mark && judged.value < ruled.value ? (ruled.value + judged.value) / 2 : judged.value;
  return { ...judged, value };
}

/** The scores with what the model says in place of the tables, where it says something. */
export function judgedScores(ruled: ScoreFindings, ruledMood: Mood, mood: Mood, judgement: Judgement): ScoreFindings {
  // The tables' scores hold their own mood already.
  const bad = Math.max(0, -mood.value - Math.max(0, -ruledMood.value));
  const good = Math.max(0, mood.value - Math.max(0, ruledMood.value));
  const read = (by: "anger" | "complaint" | "question" | "request" | "threat", otherwise: number): Score => {
    const judged = judgement[by];
    const value = judged ?? together(ruled[by].value, otherwise);
    const isProved = value < worthProving || ruled[by].words.length > 0 || judgement.words(by).length > 0;
    const words = both(ruled[by].words, value < worthProving ? [] : judgement.telling(by));
    return { value: isProved ? value : (value + usualShare) / 2, words };
  };
  const threat = read("threat", 0);
  const anger = read("anger", angerOfBadMood * bad);
  return {
    ...ruled,
    complaint: steadied(ruled.complaint, read("complaint", complaintOfBadMood * bad), ruledComplaint),
    question: read("question", 0),
    request: read("request", 0),
    anger: steadied(ruled.anger, anger, ruledAnger),
    threat: steadied(ruled.threat, threat, ruledThreat),
    praise: { value: together(ruled.praise.value, praiseOfGoodMood * good), words: both(ruled.praise.words, mood.good) },
  };
}
