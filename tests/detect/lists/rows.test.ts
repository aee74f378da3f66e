import { describe, expect, it } from "vitest";
import { cellParts, csvRows, toCsv } from "../../../lib/detect/lists/csv-rows.ts";
import { entryProblem, foldedText } from "../../../lib/detect/lists/entry-problem.ts";
import { jsonRows } from "../../../lib/detect/lists/json-rows.ts";

describe("rows of a CSV text", () => {
  it("have their cells by name, trimmed, without empty ones", () => {
    const { names, rows } = csvRows("\ufeff Text ,LABEL\r\n acme , \r\n");
    expect(names).toEqual(["text", "label"]);
    expect(rows).toEqual([{ line: 2, cells: { text: "acme" }, isBroken: false }]);
  });

  it("are counted by the lines they begin on, also after breaks within quotes", () => {
    const { rows } = csvRows('text,label\n"one\ntwo",a\n\nthree,b');
    expect(rows.map(({ line, cells }) => [line, cells.text])).toEqual([
      [2, "one\ntwo"],
      [5, "three"],
    ]);
  });

  it("say when their quotes do not end", () => {
    expect(csvRows('text\n"open').rows[0]?.isBroken).toBe(true);
  });

  it("come back as they went, also where a spreadsheet would see a formula", () => {
    const cells = ["=1+1", "@acme", '-"quoted", and more', "two\nlines"];
    const csv = toCsv(
      ["text"],
      cells.map((cell) => [cell]),
    );
    expect(csv).not.toMatch(/^=/m);
    expect(csvRows(csv).rows.map(({ cells: { text } }) => text)).toEqual(cells);
  });

  it("part a cell that holds several", () => {
    expect(cellParts(" a | |b|")).toEqual(["a", "b"]);
  });
});

describe("the list in a JSON text", () => {
  it("stands under its key or alone", () => {
    expect(jsonRows('{"entries":[1]}', "entries")).toEqual([1]);
    expect(jsonRows("[2]", "entries")).toEqual([2]);
  });

  it.each(["{", "null", "5", '{"entries":{}}', '{"items":[]}'])("is missed in %s", (json) => {
    expect(() => jsonRows(json, "entries")).toThrow(expect.objectContaining({ code: "malformed" }));
  });
});

describe("the problem of an entry", () => {
  const entry = { id: "1", text: "acme", label: null, mustNear: [], mustNotNear: [] };

  it.each([
    ["none", {}, null],
    ["its text", { text: "***" }, { field: "text", value: "***", problem: "star_alone" }],
    ["a word that must be near", { mustNear: ["ok", "a.*"] }, { field: "mustNear", value: "a.*", problem: "expression" }],
    ["a word that must not be near", { mustNotNear: ["!"] }, { field: "mustNotNear", value: "!", problem: "no_word" }],
    ["an author", { ignoreAuthors: ["@acme", "no spaces"] }, { field: "ignoreAuthors", value: "no spaces", problem: "no_handle" }],
    ["a domain", { ignoreDomains: ["acme.com", "acme"] }, { field: "ignoreDomains", value: "acme", problem: "no_domain" }],
    ["the first of several", { text: "", mustNear: [""] }, { field: "text", value: "", problem: "no_word" }],
  ])("is %s", (_, change, expected) => {
    expect(entryProblem({ ...entry, ...change })).toEqual(expected);
  });

  it("knows the same keyword in another dress", () => {
    expect(foldedText(" ＡＣＭＥ ")).toBe(foldedText("acme"));
  });
});
