import { expect, test } from "vitest";
import { csvOfAll, csvRow } from "../../../components/figures/csv.ts";
import type { FigureTable } from "../../../components/figures/view.ts";
import { toCsv } from "../../../lib/detect/lists/csv-rows.ts";

const table: FigureTable = {
  name: "by-list",
  columns: ["List", "Answered", "Half within"],
  rows: [
    ["=HYPERLINK(1)", { raw: 0.612345, text: "61 %" }, { raw: null, text: "too few" }],
    ["Acme", { raw: 1, text: "100 %" }, { raw: 42, text: "42 min" }],
  ],
};

test("numbers are numbers, and what is not known is empty", () => {
  expect(table.rows.map(csvRow)).toEqual([
    ["=HYPERLINK(1)", "0.6123", ""],
    ["Acme", "1", "42"],
  ]);
});

test("all tables are one, a line for each number", () => {
  expect(csvOfAll([table])).toEqual([
    ["by-list", "=HYPERLINK(1)", "Answered", "0.6123"],
    ["by-list", "=HYPERLINK(1)", "Half within", ""],
    ["by-list", "Acme", "Answered", "1"],
    ["by-list", "Acme", "Half within", "42"],
  ]);
});

test("a name that a spreadsheet would run is kept from it", () => {
  expect(toCsv(table.columns, table.rows.map(csvRow)).split("\r\n")[1]).toContain("'=HYPERLINK(1)");
});
