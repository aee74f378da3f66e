import { expect, test } from "vitest";
import { Features, readPieces, wordFeatures } from "../../lib/triage/model/features.ts";
import { readTokens } from "../../lib/triage/tokens.ts";

const keys = (text: string) => readTokens(text).map(({ key }) => key);
const features = (text: string) => {
  const [words, pieces] = [new Features(), new Features()];
  wordFeatures(readTokens(text), [], new Map(), words);
  readPieces(readTokens(text), pieces);
  return [...words.keys.subarray(0, words.size), ...pieces.keys.subarray(0, pieces.size)];
};

test("hashtags are the words they are made of", () => {
  expect(keys("#WorstServiceEver so #not_good #2024goals")).toEqual(["worst", "service", "ever", "so", "not", "good", "2024", "goals"]);
  expect(readTokens("so #good").map(({ isTag }) => isTag)).toEqual([false, true]);
});

test("links and handles are no words, and every number is the same", () => {
  expect(features("it broke https://t.co/Ab3dE")).toEqual(features("it broke"));
  expect(features("@acmehelp it broke")).toEqual(features("it broke"));
  expect(features("order 12345 is late")).toEqual(features("order 7 is late"));
  expect(features("order 7 is late")).not.toEqual(features("order is late"));
});
