import { expect, test } from "vitest";
import { primaryLanguage } from "../../lib/schema/language.ts";

test.each([
  ["en", "en"],
  ["en-GB", "en"],
  ["zh_TW", "zh"],
  ["zh-Hant", "zh"],
  ["iw", "he"],
  ["in", "id"],
  ["no", "nb"],
  ["NN", "nb"],
  ["fil", "fil"],
  ["und", null],
  ["qme", null],
  ["zxx", null],
  ["", null],
  ["English", null],
  [null, null],
])("%s -> %s", (tag, language) => {
  expect(primaryLanguage(tag)).toBe(language);
});
