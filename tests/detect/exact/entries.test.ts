import { describe, expect, test } from "vitest";
import { compileMatcher } from "../../../lib/detect/exact/compile.ts";
import { openMatcher } from "../../../lib/detect/exact/open.ts";
import { packedFromText, packedToText } from "../../../lib/detect/pack/carry.ts";
import { packMatcher, packSteps } from "../../../lib/detect/pack/pack.ts";
import { listOf } from "../lists.ts";

const hits = (text: string, entry: Parameters<typeof listOf>[number], lang: string | null = null, author: string | null = null) =>
  compileMatcher([listOf(entry)])
    .match(text, lang, { author })
    .map(({ start, end, form }) => `${form} ${text.slice(start, end)}`);

test("languages: other languages do not count, an unknown one does", () => {
  const entry = { text: "acme", languages: ["nb", "en"] };
  expect(hits("acme", entry, "en-GB")).toHaveLength(1);
  expect(hits("acme", entry, null)).toHaveLength(1);
  expect(hits("acme", entry, "he")).toEqual([]);
});

test("within: how far near reaches", () => {
  const entry = { text: "delta", mustNear: ["flight"], within: 2 };
  expect(hits("delta late flight", entry)).toHaveLength(1);
  expect(hits("delta very late flight", entry)).toEqual([]);
});

test("authors and domains to ignore", () => {
  const entry = { text: "acme", ignoreAuthors: ["@Acme"], ignoreDomains: ["acme-news.example"] };
  expect(hits("acme sale", entry, null, "acme")).toEqual([]);
  expect(hits("acme sale", entry, null, "@someone")).toHaveLength(1);
  expect(hits("acme sale https://acme-news.example/1", entry)).toEqual([]);
  expect(hits("acme sale https://other.example/1", entry)).toHaveLength(1);
});

describe("leet", () => {
  const entry = { text: "Acme", leet: true };
  test.each(["4cme", "acm3", "ac_e".replace("_", "m"), "acm€"])("%s is met when the entry allows it", (text) => {
    expect(hits(`my ${text} broke`, entry)).toHaveLength(1);
  });
  test.each(["4cme", "acm3", "acm€", "acmé3"])("%s is not met when it does not", (text) => {
    expect(hits(`my ${text} broke`, "Acme")).toEqual([]);
  });
  test("a number is no word", () => {
    expect(hits("50 of them", { text: "so", leet: true })).toEqual([]);
    expect(hits("5o of them", { text: "so", leet: true })).toEqual(["lookalike 5o"]);
  });
  test("a handle is not the word with a sign for a letter", () => {
    expect(hits("@cme", entry)).toEqual([]);
  });
});

test("a hit of a negative list takes the whole post back", () => {
  const matcher = compileMatcher([listOf("acme"), { ...listOf("giveaway", "acme corp"), negative: true }]);
  expect(matcher.match("acme earbuds", null)).toHaveLength(1);
  expect(matcher.match("acme giveaway", null)).toEqual([]);
  expect(matcher.match(`${"acme ".repeat(30)} giveaway`, null)).toEqual([]);
  expect(matcher.match("giveaways of acme", null)).toHaveLength(1);
});

test("an ambiguous entry is put before the judge, whose words stand in the context", () => {
  const lists = [listOf({ text: "delta", ambiguous: true }, "acme")];
  const matcher = compileMatcher(lists, (text, _span, entry) => ({
    brand: entry.text === "delta" && text.includes("gate") ? 0.9 : 0.1,
    reasons: [{ words: ["gate"] }],
  }));
  expect(matcher.match("delta at the gate", null)[0]?.context).toEqual(["gate"]);
  expect(matcher.match("river delta, acme", null).map((hit) => hit.entryId)).toEqual(["2"]);
  expect(compileMatcher(lists).match("river delta", null)).toHaveLength(1);
});

describe("packed", () => {
  const lists = [listOf("acme", "Acme phone", "#蘋果", "蘋", "אקמה", "של", "ac*", { text: "delta", mustNear: ["flight"] })];
  const text = "Acme phone, #蘋果 שלאקמה של delta flight action";

  test("means the same after a journey as text", () => {
    const there = openMatcher(packedFromText(packedToText(packMatcher(lists))), lists);
    expect(there.match(text, null)).toEqual(compileMatcher(lists).match(text, null));
    expect(there.match(text, null).length).toBeGreaterThan(6);
  });

  test("is built in many small steps", () => {
    const long = [listOf(...Array.from({ length: 1000 }, (_, index) => `acme${index}`))];
    expect([...packSteps(long)].length).toBeGreaterThan(20);
  });

  test("of another format is refused", () => {
    expect(() => openMatcher(new ArrayBuffer(64), [])).toThrow(RangeError);
  });
});

test("roots that end together at the end of the text are all met", () => {
  expect(
    compileMatcher([listOf("acme*", "acme", "acm*")])
      .match("acme", null)
      .map((hit) => hit.entryId)
      .sort(),
  ).toEqual(["1", "2", "3"]);
});
