import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { entriesFromCsv, entriesToCsv } from "../../lib/detect/list-csv.ts";
import { entriesFromJson, entriesToJson } from "../../lib/detect/list-json.ts";
import { KeywordEntry } from "../../lib/schema/keywords.ts";

const ids = () => {
  let next = 1;
  return () => String(next++);
};
const entries: KeywordEntry[] = [
  { id: "1", text: "Acme, Inc.", label: 'The "Acme"', mustNear: ["earbuds", "pairing"], mustNotNear: [] },
  { id: "2", text: "אקמה", label: null, mustNear: [], mustNotNear: ["נהר"], within: 3, languages: ["he"], weight: 2 },
  {
    id: "3",
    text: "蘋果*",
    label: null,
    mustNear: [],
    mustNotNear: [],
    ignoreAuthors: ["@acme"],
    ignoreDomains: ["acme.example"],
    leet: true,
    ambiguous: true,
  },
];

describe("CSV", () => {
  test("comes back as it went", () => {
    expect(entriesFromCsv(entriesToCsv(entries), ids())).toEqual(entries);
  });

  test("needs a text column only, in any order, with a byte order mark and empty lines", () => {
    const read = entriesFromCsv("\ufeffnote;x,Text\r\n1,acme\r\n\r\n,\r\n2,orbit phone\r\n", ids());
    expect(read.map((entry) => entry.text)).toEqual(["acme", "orbit phone"]);
  });

  test("keeps a spreadsheet from running a keyword", () => {
    const csv = entriesToCsv([{ id: "1", text: "+acme", label: null, mustNear: [], mustNotNear: [] }]);
    expect(csv).toContain("'+acme");
    expect(entriesFromCsv(csv, ids())[0]?.text).toBe("+acme");
  });

  test.each([
    ["word\nacme", "line 1: no column `text`"],
    ["text\nacme\nac(me|ne)", 'line 3: "ac(me|ne)": expression'],
    ["text,within\nacme,far", "line 2: within is no number"],
    ['text\n"acme', "line 2"],
  ])("refuses %j", (csv, detail) => {
    expect(() => entriesFromCsv(csv, ids())).toThrow(detail);
  });
});

describe("JSON", () => {
  const read = (value: unknown) => v.parse(KeywordEntry, value);

  test("comes back as it went", () => {
    expect(entriesFromJson(entriesToJson(entries), ids(), read)).toEqual(entries);
  });

  test("may be an array of texts", () => {
    expect(entriesFromJson('["acme", {"text": "orbit"}]', ids(), read).map(({ id, text }) => [id, text])).toEqual([
      ["1", "acme"],
      ["2", "orbit"],
    ]);
  });

  test.each([
    ["{", "not JSON"],
    ["{}", "no list of entries"],
    ['["acme", "a|b"]', 'entry 2: "a|b": expression'],
    ['[{"text": 5}]', "entry 1: has the wrong form"],
    ["[null]", "entry 1: has the wrong form"],
  ])("refuses %s", (json, detail) => {
    expect(() => entriesFromJson(json, ids(), read)).toThrow(detail);
  });
});
