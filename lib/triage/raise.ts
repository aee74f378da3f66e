import type { WordScore } from "../schema/triage-settings.ts";
import type { Score, ScoreFindings } from "./scores.ts";
import { together } from "./together.ts";

/** How much anger and a full wait add to the urgency. */
const urgencyOfAnger = 0.25;
const urgencyOfAge = 0.2;

const add = ({ value, words }: Score, more: Score): Score => ({
  value: together(value, more.value),
  words: [...new Set([...words, ...more.words])],
});
const silent = (value: number): Score => ({ value, words: [] });

/**
 * The scores with what comes on top of words and model: the workspace's own words, and urgency by anger and age. `ruledAnger` is the anger
 * that the urgency holds already, `waits` how much of a full wait has passed, 0..1.
 */
export function raised(scores: ScoreFindings, own: Record<WordScore, Score>, ruledAnger: number, waits: number): ScoreFindings {
  const anger = add(scores.anger, own.anger);
  const pressure = together(urgencyOfAnger * Math.max(0, anger.value - ruledAnger), urgencyOfAge * waits);
  return {
    ...scores,
    anger,
    urgency: add(add(scores.urgency, own.urgency), silent(pressure)),
    technical: add(scores.technical, own.technical),
  };
}
