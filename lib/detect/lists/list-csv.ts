import { FanswerError } from "../../schema/errors.ts";
import type { KeywordEntry } from "../../schema/keywords.ts";
import { between, cellParts, csvRows, toCsv } from "./csv-rows.ts";
import { gather, type Imported } from "./list-import.ts";

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
  { head: "ignore_authors", field: "ignoreAuthors", kind: "list", write: ({ ignoreAuthors }) => many(ignoreAuthors) },
  { head: "ignore_domains", field: "ignoreDomains", kind: "list", write: ({ ignoreDomains }) => many(ignoreDomains) },
  { head: "leet", field: "leet", kind: "flag", write: ({ leet }) => flag(leet) },
  { head: "ambiguous", field: "ambiguous", kind: "flag", write: ({ ambiguous }) => flag(ambiguous) },
];

/** The entries as CSV (RFC 4180, with a header row); ids are left out, since they belong to the list. */
export function entriesToCsv(entries: readonly KeywordEntry[]): string {
  return toCsv(
    columns.map(({ head }) => head),
    entries.map((entry) => columns.map(({ write }) => write(entry))),
  );
}

/**
 * The entries in a CSV text with a header row; only `text` is needed, other columns of ours may be there in any order, unknown ones are passed over.
 * Throws `malformed` when there is no column `text`.
 */
export function entriesFromCsv(csv: string, mintId: (line: number) => string): Imported {
  const { names, rows } = csvRows(csv);
  if (!names.includes("text")) throw new FanswerError("malformed", "no column `text`");
  return gather(
    rows.map(({ line, cells, isBroken }) => ({ line, value: rowOf(cells), isBroken })),
    mintId,
  );
}

function rowOf(cells: Readonly<Record<string, string>>): Record<string, unknown> {
  const value: Record<string, unknown> = { text: "" };
  for (const { head, field, kind } of columns) {
    const cell = cells[head];
    if (cell !== undefined) value[field] = read(cell, kind);
  }
  return value;
}

function read(cell: string, kind: Column["kind"]): unknown {
  if (kind === "list") return cellParts(cell);
  if (kind === "flag") return /^(yes|true|1|x)$/i.test(cell) || (/^(no|false|0)$/i.test(cell) ? undefined : cell);
  // What is no number stays as it is and is refused by name.
  return kind === "number" && Number.isFinite(Number(cell)) ? Number(cell) : cell;
}
