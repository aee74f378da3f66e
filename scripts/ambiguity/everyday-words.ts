import { readTexts } from "./posts.ts";

/** Steps of the table: the share of small letters that a word of the step has at least. */
const steps = [0.75, 0.5, 0.25];
const leastSeen = 12;

/**
 * How often a word is written small inside a sentence, of all its uses there, in posts that do use capitals: by step, the words of English,
 * Norwegian and Indonesian. A name that is missing is no everyday word.
 */
export function learnEverydayWords(data: string): Record<string, string> {
  const shares = new Map<string, number>();
  for (const language of ["english", "norwegian", "indonesian"] as const) {
    for (const [word, share] of smallShares(readTexts(data, language))) shares.set(word, Math.max(share, shares.get(word) ?? 0));
  }
  const inStep = (step: number, i: number) => [...shares].filter(([, share]) => share >= step && share < (steps[i - 1] ?? 2));
  return Object.fromEntries(
    steps.map((step, i) => [
      String(step),
      inStep(step, i)
        .map(([word]) => word)
        .sort()
        .join(" "),
    ]),
  );
}

function smallShares(texts: string[]): Map<string, number> {
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const text of texts) {
    const words = [...text.matchAll(/(?<![\p{L}@#/.])\p{L}+(?![\p{L}/])/gu)];
    const share = words.filter(([word]) => /^\p{Lu}/u.test(word)).length / words.length;
    if (words.length < 4 || share === 0 || share > 0.5) continue;
    for (const { 0: word, index } of words) {
      if (/(?:^|[.!?:…"“«\n-]\s*)$/.test(text.slice(0, index))) continue;
      if (word === word.toLowerCase()) count(small, word);
      else if (/^\p{Lu}./u.test(word)) count(capital, word.toLowerCase());
    }
  }
  const seen = [...small].filter(([word, n]) => n >= leastSeen && word.length > 2 && word.length < 15);
  return new Map(seen.map(([word, n]) => [word, n / (n + (capital.get(word) ?? 0) + 3)]));
}
