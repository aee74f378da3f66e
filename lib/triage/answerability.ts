import type { Noise } from "../schema/triage.ts";
import type { Judgement, NoiseOutput } from "./model/judge.ts";
import { fromOdds, oddsOf } from "./odds.ts";
import type { ScoreFindings } from "./scores.ts";
import { together } from "./together.ts";

/** How likely somebody waits for an answer, and what the post is where nobody seems to. */
export interface Answerability {
  readonly value: number;
  readonly noise: Extract<Noise, NoiseOutput> | null;
  readonly words: string[];
}

/** Where no head reads it: what asks or complains waits, and what cannot be told may. */
const unread = 0.5;
const noiseFrom = 0.5;
/** Who surely asks, complains or is angry may wait, whatever else the post looks like. */
const asking = 0.35;
const surely = 0.95;
/** How much of the doubt, or the certainty, that a post is noise counts beside what the head for waiting says. */
const ofNoise = 0.2;
/** An advert is one however it asks. */
const mostOfNoise = 0.2;

/** `share`: how surely the post is noise; 0 where no head reads it. */
const besideNoise = (waits: number, share: number): number => (share > 0 ? fromOdds(oddsOf(waits) - ofNoise * oddsOf(share)) : waits);

export function answerabilityOf(scores: ScoreFindings, judgement: Judgement | null): Answerability {
  const { question, request, complaint, anger } = scores;
  const asks = Math.max(question.value, request.value, complaint.value, anger.value);
  const noises = Object.entries(judgement?.noises ?? {}) as [NoiseOutput, number][];
  const [noise, share] = noises.reduce((a, b) => (b[1] > a[1] ? b : a), ["ad", 0] as [NoiseOutput, number]);
  const value = judgement?.waits
    ? Math.max(besideNoise(judgement.waits, share), asks >= surely ? asking * asks : 0)
    : together(unread, question.value, request.value, complaint.value);
  if (share < noiseFrom || judgement === null) return { value, noise: null, words: [] };
  return {
    value: Math.min(value, mostOfNoise),
    noise,
    words: scores.noise.words.length > 0 ? scores.noise.words : judgement.telling(noise),
  };
}
