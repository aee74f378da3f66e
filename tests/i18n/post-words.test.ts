import { expect, test } from "vitest";
import { textDirection } from "../../lib/i18n/direction.ts";
import { ownWords } from "../../lib/i18n/post-words.ts";

test.each([
  ["@acme @acmehelp This is the third time", "This is the third time"],
  [".@acme, why?", "why?"],
  ["＠acme：沒辦法配對", "＠acme：沒辦法配對"],
  ["@acme האוזניות לא מתחברות", "האוזניות לא מתחברות"],
  ["This is for @acme", "This is for @acme"],
  ["@acme @acmehelp", "@acme @acmehelp"],
  ["@acme", "@acme"],
  ["me@acme.example writes", "me@acme.example writes"],
  ["", ""],
])("of %s the author's own words are: %s", (post, words) => {
  expect(ownWords(post, 100)).toBe(words);
});

test.each([
  ["@acme האוזניות של Acme לא מתחברות", "rtl"],
  ["https://acme.example/a #acme שלום", "rtl"],
  ["12 📦 مرحبا", "rtl"],
  ["Acme: האוזניות", "ltr"],
  ["@טל hello", "ltr"],
  ["我的耳機", "ltr"],
  ["12 !?", "ltr"],
])("%s runs %s", (post, direction) => {
  expect(textDirection(post)).toBe(direction);
});
