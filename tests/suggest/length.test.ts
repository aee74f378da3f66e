import { expect, test } from "vitest";
import { replyLength, surplusFrom, withDisclosure } from "../../lib/suggest/length.ts";

test("X weighs: 23 for any link, 2 for an ideograph and for any emoji", () => {
  expect(replyLength("x", "hello", "")).toEqual({ used: 5, limit: 280, left: 275 });
  expect(replyLength("x", `see https://example.com/${"a".repeat(200)}`, "").used).toBe(27);
  expect(replyLength("x", "蘋果", "").used).toBe(4);
  expect(replyLength("x", "👨‍👩‍👧", "").used).toBe(2);
  expect(replyLength("x", "a".repeat(281), "").left).toBe(-1);
});

test("the others count code points", () => {
  expect(replyLength("facebook", "a😀", "")).toEqual({ used: 2, limit: 8000, left: 7998 });
  expect(replyLength("mastodon", "", "").limit).toBe(500);
});

test("room is kept for the disclosure and the line before it", () => {
  expect(replyLength("x", "hello", "I help at Acme").used).toBe(5 + 1 + 14);
  expect(withDisclosure("hello \n", " I help at Acme ")).toBe("hello\nI help at Acme");
  expect(withDisclosure("I help at Acme. Hello", "I help at Acme")).toBe("I help at Acme. Hello");
  expect(withDisclosure("", "I help at Acme")).toBe("I help at Acme");
  expect(withDisclosure("hello", "")).toBe("hello");
});

test("where a text begins to be too long, never inside a character", () => {
  expect(surplusFrom("x", "a".repeat(280), "")).toBeNull();
  expect(surplusFrom("x", "a".repeat(281), "")).toBe(280);
  expect(surplusFrom("x", "a".repeat(281), "I help at Acme")).toBe(265);
  expect(surplusFrom("x", `${"a".repeat(279)}👨‍👩‍👧`, "")).toBe(279);
  expect(surplusFrom("x", "字".repeat(141), "")).toBe(140);
  expect(surplusFrom("mastodon", `${"א".repeat(499)}😀😀`, "")).toBe(501);
});

test.each([
  ["a heart on fire", "\u2764\ufe0f\u200d\u{1f525}"],
  ["a head that shakes", "\u{1f642}\u200d\u2194\ufe0f"],
  ["hands of two colours", "\u{1faf1}\u{1f3fb}\u200d\u{1faf2}\u{1f3ff}"],
  ["a family of today", "\u{1f9d1}\u200d\u{1f9d1}\u200d\u{1f9d2}"],
  ["one of a later Unicode", "\u{1fae9}"],
  ["a flag", "\u{1f1f3}\u{1f1f4}"],
  ["a flag of a land in a land", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
  ["a key", "7\ufe0f\u20e3"],
])("X counts %s as two", (_, emoji) => {
  expect(replyLength("x", `a${emoji}b${emoji}`, "").used).toBe(6);
});

test("signs that X refuses are not placed", () => {
  expect(withDisclosure("\ufeffhel\uffffo\ufffe", "")).toBe("helo");
});
