import { between, cellParts, csvRows, toCsv } from "../detect/lists/csv-rows.ts";
import { jsonRows } from "../detect/lists/json-rows.ts";
import { FanswerError } from "../schema/errors.ts";
import { type KnowledgeItem, readItem } from "../schema/workspace.ts";

/** A row that was left out: where it stands (the line of a CSV, the place in a JSON list, from 1) and why. */
export interface BadItem {
  readonly line: number;
  readonly title: string;
  /** The field that cannot be read, or what is wrong with the row. */
  readonly problem: string;
}

export interface ImportedItems {
  readonly items: readonly KnowledgeItem[];
  readonly bad: readonly BadItem[];
}

const columns = ["id", "lang", "title", "topics", "answer", "link", "kinds"] as const;

/** The items as CSV, to be read again by `itemsFromFile`. */
export function itemsToCsv(items: readonly KnowledgeItem[]): string {
  const rows = items.map(({ id, lang, title, topics, answer, link, kinds = [] }) => [
    ...[id, lang, title, topics.join(between), answer, link ?? "", kinds.join(between)],
  ]);
  return toCsv(columns, rows);
}

/**
 * The items in a CSV or JSON text. A row without an id gets one from `mintId`, one without a language `lang`. Throws `malformed` when no list is in it.
 */
export function itemsFromFile(text: string, lang: string, mintId: (line: number) => string): ImportedItems {
  const rows = /^\s*[[{]/.test(text)
    ? jsonRows(text, "items").map((value, index) => ({ line: index + 1, value, isBroken: false }))
    : csvItems(text);
  const items = new Map<string, KnowledgeItem>();
  const bad: BadItem[] = [];
  for (const { line, value, isBroken } of rows) {
    const fields = (typeof value === "object" && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
    const fail = (problem: string) => bad.push({ line, title: String(fields.title ?? "").slice(0, 80), problem });
    const read = readItem({ id: mintId(line), lang, topics: [], link: null, ...fields });
    if (isBroken) fail("quotes");
    else if (!("item" in read)) fail(read.field || "form");
    else if (items.has(read.item.id)) fail("duplicate");
    else items.set(read.item.id, read.item);
  }
  return { items: [...items.values()], bad };
}

function csvItems(text: string) {
  const { names, rows } = csvRows(text);
  if (!names.includes("title") || !names.includes("answer")) throw new FanswerError("malformed", "no columns `title` and `answer`");
  return rows.map(({ line, cells, isBroken }) => {
    const { topics, kinds, ...plain } = cells;
    const known = Object.entries(plain).filter(([name]) => (columns as readonly string[]).includes(name));
    const lists = { ...(topics !== undefined && { topics: cellParts(topics) }), ...(kinds !== undefined && { kinds: cellParts(kinds) }) };
    return { line, value: { ...Object.fromEntries(known), ...lists }, isBroken };
  });
}
