import type { DataRow } from "./data.ts";
import { type Example, example } from "./examples.ts";
import plainPosts from "./plain-posts.json" with { type: "json" };

export const moodOutputs = ["negative", "positive"] as const;
export const moodTargets: Readonly<Record<string, readonly number[]>> = { negative: [1, 0], neutral: [0, 0], positive: [0, 1] };

export function moodExamples(
  rows: readonly DataRow[],
  from: string,
  weight = 1,
  label = (row: DataRow): string => row.label ?? "",
): Example[] {
  return rows.flatMap((row) => {
    const targets = moodTargets[label(row)];
    return targets ? [example(row.text ?? "", targets, from, weight)] : [];
  });
}

export const sensed = (value: number, edge: number): string => (value > edge ? "positive" : value < -edge ? "negative" : "neutral");
/** Posts written for this project that say nothing good or bad: hardly any set has a customer's plain question. They are in no measure. */
export const plainExamples = (lang: keyof typeof plainPosts, targets: readonly number[], weight: number): Example[] =>
  plainPosts[lang].map((text) => ({ ...example(text, targets, "plain", weight), side: "train" }));
export const ofLang = (rows: readonly DataRow[], lang: string) => rows.filter((row) => row.lang === lang);
