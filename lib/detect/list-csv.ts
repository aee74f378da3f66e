import Papa from "papaparse";
import { FanswerError } from "../schema/errors.ts";
import type { KeywordEntry } from "../schema/keywords.ts";
import { keywordProblem } from "./keyword-problem.ts";

/** Parts of one cell are told apart by this; a keyword cannot hold it. */
const between = "|";
const columns = [
  "text",
  "label",
  "must_near",
  "must_not_near",
  "within",
  "languages",
  "weight",
  "ignore_authors",
  "ignore_domains",
  "leet",
  "ambiguous",
] as const;
type Column = (typeof columns)[number];

const many = (values: readonly string[] | undefined): string => (values ?? []).join(between);
const flag = (value: boolean | undefined): string => (value ? "yes" : "");

const cells: Readonly<Record<Column, (entry: KeywordEntry) => string>> = {
  text: (entry) => entry.text,
  label: (entry) => entry.label ?? "",
  must_near: (entry) => many(entry.mustNear),
  must_not_near: (entry) => many(entry.mustNotNear),
  within: (entry) => String(entry.within ?? ""),
  languages: (entry) => many(entry.languages),
  weight: (entry) => String(entry.weight ?? ""),
  ignore_authors: (entry) => many(entry.ignoreAuthors),
  ignore_domains: (entry) => many(entry.ignoreDomains),
  leet: (entry) => flag(entry.leet),
  ambiguous: (entry) => flag(entry.ambiguous),
};

/** The entries as CSV (RFC 4180, with a header row); ids are left out, since they belong to the list. */
export function entriesToCsv(entries: readonly KeywordEntry[]): string {
  const rows = entries.map((entry) => columns.map((column) => cells[column](entry)));
  // A spreadsheet would run a cell that begins like a formula.
  return Papa.unparse({ fields: [...columns], data: rows }, { escapeFormulae: /^[=+\-\t\r]/ });
}

/**
 * The entries in a CSV text with a header row; only `text` is needed, other columns of ours may be there in any order, unknown ones are passed
 * over. Ids are minted by `mintId`. Throws `keyword_invalid` naming the line and what is wrong with it.
 */
export function entriesFromCsv(csv: string, mintId: () => string): KeywordEntry[] {
  const { data, meta, errors } = Papa.parse<Partial<Record<Column, string>>>(csv.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (head) => head.trim().toLowerCase(),
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken) throw new FanswerError("keyword_invalid", `line ${(broken.row ?? 0) + 1}: ${broken.message}`);
  if (!meta.fields?.includes("text")) throw new FanswerError("keyword_invalid", "line 1: no column `text`");
  return data.map((row, index) => readRow(row, index + 2, mintId()));
}

function readRow(row: Partial<Record<Column, string>>, line: number, id: string): KeywordEntry {
  const cell = (column: Column): string => (row[column] ?? "").trim().replace(/^'(?=[=+-])/, "");
  const list = (column: Column): string[] =>
    cell(column)
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const fail = (what: string): never => {
    throw new FanswerError("keyword_invalid", `line ${line}: ${what}`);
  };
  const number = (column: "within" | "weight"): number => {
    const value = Number(cell(column));
    return Number.isFinite(value) && value >= 0 ? value : fail(`${column} is no number`);
  };
  const [mustNear, mustNotNear] = [list("must_near"), list("must_not_near")];
  for (const word of [cell("text"), ...mustNear, ...mustNotNear]) {
    const problem = keywordProblem(word);
    if (problem) fail(`${JSON.stringify(word)}: ${problem}`);
  }
  const entry: KeywordEntry = { id, text: cell("text"), label: cell("label") || null, mustNear, mustNotNear };
  if (cell("within")) entry.within = number("within");
  if (cell("weight")) entry.weight = number("weight");
  if (list("languages").length > 0) entry.languages = list("languages");
  if (list("ignore_authors").length > 0) entry.ignoreAuthors = list("ignore_authors");
  if (list("ignore_domains").length > 0) entry.ignoreDomains = list("ignore_domains");
  if (isYes(cell("leet"))) entry.leet = true;
  if (isYes(cell("ambiguous"))) entry.ambiguous = true;
  return entry;
}

const isYes = (cell: string): boolean => /^(yes|true|1|x)$/i.test(cell);
