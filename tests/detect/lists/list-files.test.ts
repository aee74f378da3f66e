import { describe, expect, test } from "vitest";
import { entriesFromCsv, entriesToCsv } from "../../../lib/detect/lists/list-csv.ts";
import { mergeImported } from "../../../lib/detect/lists/list-import.ts";
import { entriesFromJson, entriesToJson } from "../../../lib/detect/lists/list-json.ts";
import type { KeywordEntry } from "../../../lib/schema/keywords.ts";

const ids = () => {
  let next = 1;
  return () => String(next++);
};
const plain = (id: string, text: string): KeywordEntry => ({ id, text, label: null, mustNear: [], mustNotNear: [] });
const entries: KeywordEntry[] = [
  { id: "1", text: "Acme, Inc.", label: 'The "Acme"', mustNear: ["earbuds", "pairing"], mustNotNear: [] },
  { id: "2", text: "אקמה", label: null, mustNear: [], mustNotNear: ["נהר"], within: 3, languages: ["he"] },
  { ...plain("3", "蘋果*"), ignoreAuthors: ["@acme"], ignoreDomains: ["acme.example"], leet: true, ambiguous: true },
];

describe("CSV", () => {
  test("comes back as it went", () => {
    expect(entriesFromCsv(entriesToCsv(entries), ids())).toEqual({ entries, bad: [] });
  });

  test("needs a text column only, in any order, with a byte order mark and empty lines", () => {
    const read = entriesFromCsv("\ufeffnote;x,Text\r\n1,acme\r\n\r\n,\r\n2,orbit phone\r\n", ids());
    expect(read.entries.map((entry) => entry.text)).toEqual(["acme", "orbit phone"]);
    expect(read.bad).toEqual([]);
  });

  test.each(["+acme", "-acme", "=acme"])("keeps a spreadsheet from running %s", (text) => {
    const csv = entriesToCsv([plain("1", text)]);
    expect(csv).toContain(`'${text}`);
    expect(entriesFromCsv(csv, ids()).entries[0]?.text).toBe(text);
  });

  test("leaves handles as they are, but no formula that begins like one", () => {
    const csv = entriesToCsv([{ ...plain("1", "@acme"), label: "@SUM(1)" }]);
    expect(csv.split("\r\n")[1]).toMatch(/^@acme,"'@SUM\(1\)"/);
    expect(entriesFromCsv(csv, ids()).entries[0]).toMatchObject({ text: "@acme", label: "@SUM(1)" });
  });

  test.each([
    ["an expression", "ac(me|ne)", { field: "text", value: "ac(me|ne)", problem: "expression" }],
    ["no keyword", ",a label", { field: "text", problem: "no_word" }],
    ["an expression beside it", "acme,,a.*b|c", { field: "mustNear", value: "a.*b", problem: "expression" }],
    ["a reach that is no number", "acme,,,far", { field: "within", value: "far", problem: "form" }],
    ["a reach out of bounds", "acme,,,99", { field: "within", value: "99", problem: "form" }],
    ["a language in words", "acme,,,,English", { field: "languages.0", problem: "form" }],
    ["something else than yes or no", "acme,,,,,maybe", { field: "ambiguous", value: "maybe", problem: "form" }],
    ["no handle where an author is ignored", "acme,,,,,,no one", { field: "ignoreAuthors", value: "no one", problem: "no_handle" }],
  ])("leaves out a row with %s, names line and reason, and goes on", (_what, row, bad) => {
    const csv = `text,label,must_near,within,languages,ambiguous,ignore_authors\nfirst,,,\n${row}\n"last\none",,,`;
    const read = entriesFromCsv(csv, ids());
    expect(read.entries.map(({ text }) => text)).toEqual(["first", "last\none"]);
    expect(read.bad).toMatchObject([{ line: 3, ...bad }]);
  });

  test("counts lines as a person does: empty ones and breaks inside quotes too", () => {
    const { bad } = entriesFromCsv('text,label\n\n"a","one\ntwo"\na.*b,\nA,', ids());
    expect(bad.map(({ line, problem }) => [line, problem])).toEqual([
      [5, "expression"],
      [6, "duplicate"],
    ]);
  });

  test("a quote that never ends is a bad row", () => {
    expect(entriesFromCsv('text\nacme\n"orbit', ids())).toMatchObject({
      entries: [{ text: "acme" }],
      bad: [{ line: 3, problem: "quotes" }],
    });
  });

  test("without the column is refused", () => {
    expect(() => entriesFromCsv("word\nacme", ids())).toThrow("no column `text`");
  });
});

describe("JSON", () => {
  test("comes back as it went", () => {
    expect(entriesFromJson(entriesToJson(entries), ids())).toEqual({ entries, bad: [] });
  });

  test("may be an array of texts", () => {
    expect(entriesFromJson('["acme", {"text": "orbit"}]', ids()).entries).toEqual([plain("1", "acme"), plain("2", "orbit")]);
  });

  test.each([
    ['"a|b"', { text: "a|b", field: "text", problem: "expression" }],
    ['{"text": 5}', { field: "text", value: "5", problem: "form" }],
    ["null", { problem: "form" }],
    ['{"text": "orbit", "mustNear": "x"}', { field: "mustNear", value: "x", problem: "form" }],
  ])("leaves %s out by its place", (row, bad) => {
    const read = entriesFromJson(`["acme", ${row}, "last"]`, ids());
    expect(read.entries.map(({ text }) => text)).toEqual(["acme", "last"]);
    expect(read.bad).toMatchObject([{ line: 2, ...bad }]);
  });

  test.each(["{", "{}", "3"])("%s is refused", (json) => {
    expect(() => entriesFromJson(json, ids())).toThrow(/not JSON|no list/);
  });
});

test("imported entries take the place of the same keyword and keep its id; the others are added", () => {
  const there = [plain("1", "Acme"), plain("2", "orbit")];
  const { entries: merged, added } = mergeImported(there, [{ ...plain("x", "acme"), label: "New" }, plain("2", "case")], () => "fresh");
  expect(merged).toEqual([plain("fresh", "case"), { ...plain("1", "acme"), label: "New" }, plain("2", "orbit")]);
  expect(added).toBe(1);
});
