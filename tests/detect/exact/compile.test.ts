import { expect, test } from "vitest";
import { compileMatcher } from "../../../lib/detect/exact/compile.ts";
import type { Hit } from "../../../lib/schema/keywords.ts";
import { listOf } from "../lists.ts";

function hits(text: string, ...entries: Parameters<typeof listOf>): Hit[] {
  return compileMatcher([listOf(...entries)]).match(text, null);
}

test("a hit says which entry, where and how, by the entry's label", () => {
  expect(hits("My Acme earbuds", { text: "acme", label: "Acme Inc." })).toEqual([
    { entryId: "1", label: "Acme Inc.", start: 3, end: 7, form: "exact", context: [] },
  ]);
  expect(hits("My Acme earbuds", "Acme")[0]?.label).toBe("Acme");
});

test("hits come in the order of the text, the longer first, at most twenty", () => {
  const found = hits("acme phone, then acme", "acme", "acme phone");
  expect(found.map(({ entryId, start, end }) => [entryId, start, end])).toEqual([
    ["2", 0, 10],
    ["1", 0, 4],
    ["1", 17, 21],
  ]);
  expect(hits("acme ".repeat(50), "acme").map((hit) => hit.start)).toEqual(Array.from({ length: 20 }, (_, index) => index * 5));
});

test("entries of every list are met, also the same text twice", () => {
  const matcher = compileMatcher([listOf("acme"), listOf("orbit", "acme")]);
  expect(matcher.match("orbit acme", null).map((hit) => hit.entryId)).toEqual(["1", "1", "2"]);
});

test("no lists and lists without a usable word meet nothing", () => {
  expect(compileMatcher([]).match("acme", null)).toEqual([]);
  expect(hits("acme * !", "*", "!", "@", "…")).toEqual([]);
});

test("an exact hit puts weaker ones at the same place aside", () => {
  expect(hits("cà phê", "ca phe", "cà phê").map((hit) => hit.entryId)).toEqual(["2"]);
  expect(hits("ca phê", "ca phe", "cà phê").map((hit) => [hit.entryId, hit.form])).toEqual([
    ["1", "folded"],
    ["2", "folded"],
  ]);
});

test("mustNear wants one of its words within eight words on either side, and names what it met", () => {
  const entry = { text: "Delta", mustNear: ["flight", "gate change*", "#travel"] };
  expect(hits("my Flight with Delta was late, gate changes twice", entry)[0]?.context).toEqual(["Flight", "gate changes"]);
  expect(hits("flight 1 2 3 4 5 6 7 delta", entry)).toHaveLength(1);
  expect(hits("delta 1 2 3 4 5 6 7 flight", entry)).toHaveLength(1);
  expect(hits("delta #travel", entry)).toHaveLength(1);
  expect(hits("flight 1 2 3 4 5 6 7 8 delta", entry)).toEqual([]);
  expect(hits("delta 1 2 3 4 5 6 7 8 flight", entry)).toEqual([]);
  expect(hits("the delta of the river", entry)).toEqual([]);
});

test("mustNotNear turns a hit away, and only within its reach", () => {
  const entry = { text: "delta", mustNotNear: ["river", "ריבר"] };
  expect(hits("the delta of the river", entry)).toEqual([]);
  expect(hits("delta 1 2 3 4 5 6 7 8 river", entry)).toHaveLength(1);
  expect(hits("delta bluff", entry)).toHaveLength(1);
  expect(hits("delta flight river", { ...entry, mustNear: ["flight"] })).toEqual([]);
});

test("a word of a script without spaces counts as half a word of reach", () => {
  const entry = { text: "蘋果", mustNear: ["手機"] };
  expect(hits(`蘋果${"的".repeat(14)}手機`, entry)).toHaveLength(1);
  expect(hits(`蘋果${"的".repeat(17)}手機`, entry)).toEqual([]);
});

test("a word is not its own neighbour, a phrase around it is one", () => {
  expect(hits("delta delta", { text: "delta", mustNear: ["delta"] })).toHaveLength(2);
  expect(hits("delta", { text: "delta", mustNear: ["delta"] })).toEqual([]);
  expect(hits("delta airlines", { text: "delta", mustNear: ["delta airlines"] })[0]?.context).toEqual(["delta airlines"]);
});

test("context names at most ten words", () => {
  expect(hits(`delta ${"fly ".repeat(30)}`, { text: "delta", mustNear: ["fly"], mustNotNear: [] })[0]?.context).toHaveLength(8);
  expect(hits(`${"fly ".repeat(8)}delta ${"fly ".repeat(8)}`, { text: "delta", mustNear: ["fly"] })[0]?.context).toHaveLength(10);
});

test.each([
  ["one letter", "a".repeat(1_000_000)],
  ["keywords all over", "acme ".repeat(20_000)],
  ["near misses of a phrase", "acme phone ".repeat(10_000)],
  ["a pile of marks", `a${"\u0301\u0323".repeat(50_000)}`],
  ["marked letters", "a\u0338\u0321\u0489".repeat(30_000)],
  ["zero-width characters", `ac${"\u200b".repeat(100_000)}`],
  ["white space", `acme${" ".repeat(100_000)}phone`],
  ["Hebrew prefixes", "ושהאקמה ".repeat(15_000)],
  ["Chinese without a space", "蘋".repeat(100_000)],
  ["lone surrogates", "\ud800\udc00\udc00\ud800".repeat(25_000)],
])("a hostile text is read to its end: %s", { timeout: 60_000 }, (_name, text) => {
  const found = hits(
    `${text} 🎧 acme`.slice(-1_000_010),
    "acme phone now",
    "a*",
    "蘋蘋蘋蘋蘋蘋果",
    "אקמה",
    { text: "acme", mustNear: ["🎧x", "orbit"] },
    "@acme",
    "acme",
  );
  expect(found.length).toBeGreaterThan(0);
});

test("languages are compared by what they are called today, on both sides", () => {
  const found = (languages: string[], lang: string | null) =>
    compileMatcher([listOf({ text: "orbit", languages })]).match("orbit", lang).length;
  const pairs: [string, string][] = [
    ["he", "iw"],
    ["iw", "he"],
    ["id", "in"],
    ["nb", "no"],
    ["nb", "nn-NO"],
    ["zh", "cmn"],
    ["en", "EN_gb"],
  ];
  expect(pairs.map(([entry, post]) => found([entry], post))).toEqual(pairs.map(() => 1));
  // Tags that name no language.
  expect(["und", "zxx", "qme", "qht", "art", "", null].map((lang) => found(["en"], lang))).toEqual([1, 1, 1, 1, 0, 1, 1]);
  expect(found(["en"], "fr")).toBe(0);
});

test("a phrase is met as one hashtag", () => {
  expect(hits("my #OrbitRing!", "orbit ring").map(({ start, end, form }) => [start, end, form])).toEqual([[3, 13, "exact"]]);
  expect(hits("買了#極光戒指", "極光 戒指")).toHaveLength(1);
  expect(hits("#orbitrings", "orbit ring")).toEqual([]);
  expect(hits("orbitring", "orbit ring")).toEqual([]);
});

test("canonically equal letters are met in any script, at their places in the text", () => {
  const found = (keyword: string, text: string) => hits(text, keyword).map(({ start, end }) => text.slice(start, end));
  for (const [keyword, text] of [
    ["\ud55c\uad6d", "\u1112\u1161\u11ab\u1100\u116e\u11a8"],
    ["\u1112\u1161\u11ab\u1100\u116e\u11a8", "\ud55c\uad6d"],
    ["\u0622\u062e\u0631", "\u0627\u0653\u062e\u0631"],
    ["\u0958\u0932\u092e", "\u0915\u093c\u0932\u092e"],
    ["\u05e9\u05dc\u05d5\u05dd", "\ufb2a\u05dc\u05d5\u05dd"],
  ] as const)
    expect(found(keyword, `e\u0301 ${text} !`)).toEqual([text]);
  expect(found("Acme", "\u1112 \u11ab alone")).toEqual([]);
});
