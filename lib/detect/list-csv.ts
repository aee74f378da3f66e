import Papa from "papaparse";
import { FanswerError } from "../schema/errors.ts";
import type { KeywordEntry } from "../schema/keywords.ts";
import { gather, type Imported, type RawRow } from "./list-import.ts";

/** Parts of one cell are told apart by this; a keyword cannot hold it. */
const between = "|";
const many = (values: readonly string[] | undefined): string => (values ?? []).join(between);
const flag = (value: boolean | undefined): string => (value ? "yes" : "");

type Field = Exclude<keyof KeywordEntry, "id">;
interface Column {
  readonly head: string;
  readonly field: Field;
  readonly kind: "text" | "list" | "number" | "flag";
  readonly write: (entry: KeywordEntry) => string;
}

const columns: readonly Column[] = [
  { head: "text", field: "text", kind: "text", write: ({ text }) => text },
  { head: "label", field: "label", kind: "text", write: ({ label }) => label ?? "" },
  { head: "must_near", field: "mustNear", kind: "list", write: ({ mustNear }) => many(mustNear) },
  { head: "must_not_near", field: "mustNotNear", kind: "list", write: ({ mustNotNear }) => many(mustNotNear) },
  { head: "within", field: "within", kind: "number", write: ({ within }) => String(within ?? "") },
  { head: "languages", field: "languages", kind: "list", write: ({ languages }) => many(languages) },
  { head: "weight", field: "weight", kind: "number", write: ({ weight }) => String(weight ?? "") },
  { head: "ignore_authors", field: "ignoreAuthors", kind: "list", write: ({ ignoreAuthors }) => many(ignoreAuthors) },
  { head: "ignore_domains", field: "ignoreDomains", kind: "list", write: ({ ignoreDomains }) => many(ignoreDomains) },
  { head: "leet", field: "leet", kind: "flag", write: ({ leet }) => flag(leet) },
  { head: "ambiguous", field: "ambiguous", kind: "flag", write: ({ ambiguous }) => flag(ambiguous) },
];

/** A spreadsheet would run a cell that begins like a formula; a handle has no bracket in it. */
const formula = /^(?:[=+\-\t\r]|@.*\()/;
const guard = /^'(?=[=+\-@\t\r])/;

/** The entries as CSV (RFC 4180, with a header row); ids are left out, since they belong to the list. */
export function entriesToCsv(entries: readonly KeywordEntry[]): string {
  const data = entries.map((entry) => columns.map(({ write }) => write(entry)));
  return Papa.unparse({ fields: columns.map(({ head }) => head), data }, { escapeFormulae: formula });
}

/**
 * The entries in a CSV text with a header row; only `text` is needed, other columns of ours may be there in any order, unknown ones are passed over.
 * Throws `malformed` when there is no column `text`.
 */
export function entriesFromCsv(csv: string, mintId: (line: number) => string): Imported {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ""));
  const [head = [], ...rows] = data;
  const names = head.map((name) => name.trim().toLowerCase());
  if (!names.includes("text")) throw new FanswerError("malformed", "no column `text`");
  const broken = new Set(errors.flatMap(({ type, row }) => (type === "Quotes" ? [row] : [])));
  const found: RawRow[] = [];
  let line = 1 + breaksIn(head);
  for (const [index, cells] of rows.entries()) {
    line++;
    if (cells.some((cell) => cell.trim() !== "")) found.push({ line, value: rowOf(names, cells), isBroken: broken.has(index + 1) });
    line += breaksIn(cells);
  }
  return gather(found, mintId);
}

const breaksIn = (cells: readonly string[]): number => cells.join("").split("\n").length - 1;

function rowOf(names: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const value: Record<string, unknown> = { text: "" };
  for (const { head, field, kind } of columns) {
    const cell = (cells[names.indexOf(head)] ?? "").trim().replace(guard, "");
    if (cell !== "") value[field] = read(cell, kind);
  }
  return value;
}

function read(cell: string, kind: Column["kind"]): unknown {
  if (kind === "list")
    return cell
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  if (kind === "flag") return /^(yes|true|1|x)$/i.test(cell) || (/^(no|false|0)$/i.test(cell) ? undefined : cell);
  // What is no number stays as it is and is refused by name.
  return kind === "number" && Number.isFinite(Number(cell)) ? Number(cell) : cell;
}
