import type { Judgement } from "../../lib/triage/model/judge.ts";
import type { ScoreFindings } from "../../lib/triage/scores.ts";

const names = [
  ...["safety", "self_harm", "violence", "fraud", "legal", "noise", "relief"],
  ...["anger", "urgency", "technical", "complaint", "threat", "question", "request", "praise"],
] as (keyof ScoreFindings)[];

/** What word lists say of a post: nothing but these scores, each by the same words. */
export function scores(said: Partial<Record<keyof ScoreFindings, number>> = {}, words: string[] = []): ScoreFindings {
  const all = names.map((name) => [name, { value: said[name] ?? 0, words: said[name] ? words : [] }]);
  return Object.fromEntries(all) as ScoreFindings;
}

interface Judged extends Partial<Omit<Judgement, "telling" | "words">> {
  readonly telling?: Readonly<Record<string, string[]>>;
}

/** What a model says of a post: nothing but this. */
export function judgement({ telling = {}, ...said }: Judged = {}): Judgement {
  const words = (by: string) => telling[by] ?? [];
  return {
    ...{ negative: 0.1, positive: 0.1, anger: null, complaint: null, question: null, request: null, threat: null },
    ...{ waits: null, hazards: null, noises: null, ...said, words, telling: words },
  };
}

/** No hazard at all. */
export const safe = { danger: 0, self_harm: 0, violence: 0, safety: 0, fraud: 0, legal: 0, leaving: 0 } as const;
