import { type KeywordEntry, readEntry } from "../../schema/keywords.ts";
import { type EntryProblem, entryProblem, foldedText } from "./entry-problem.ts";

/**
 * A row that was left out. `form`: the field cannot be read at all; `duplicate`: an earlier row has the same keyword; `quotes`: the file's quotes do not
 * end here.
 */
export interface BadRow {
  /** Where it stands in the file: the line of a CSV, the place of a JSON entry; from 1. */
  readonly line: number;
  readonly text: string;
  readonly field: string;
  readonly value: string;
  readonly problem: EntryProblem["problem"] | "form" | "duplicate" | "quotes";
}

/** What was in a file: the rows that can be used, and those that cannot, so that nothing is lost without a word. */
export interface Imported {
  readonly entries: readonly KeywordEntry[];
  readonly bad: readonly BadRow[];
}

/** One row before it is checked. */
export interface RawRow {
  readonly line: number;
  readonly value: unknown;
  readonly isBroken?: boolean;
}

/** Checks rows one by one. An entry without an id gets one from `mintId`, which is told its line. */
export function gather(rows: readonly RawRow[], mintId: (line: number) => string): Imported {
  const seen = new Set<string>();
  const entries: KeywordEntry[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const read = check(row, mintId, seen);
    if ("problem" in read) bad.push(read);
    else {
      seen.add(foldedText(read.text));
      entries.push(read);
    }
  }
  return { entries, bad };
}

function check({ line, value, isBroken }: RawRow, mintId: (line: number) => string, seen: ReadonlySet<string>): KeywordEntry | BadRow {
  const given = typeof value === "string" ? { text: value } : value;
  const fields = (typeof given === "object" && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  const text = typeof fields.text === "string" ? fields.text : shown(value);
  const fail = (problem: BadRow["problem"], field: string, what: unknown): BadRow => ({ line, text, problem, field, value: shown(what) });
  if (isBroken) return fail("quotes", "text", text);
  const read = readEntry({ id: mintId(line), ...fields });
  if ("field" in read) return fail(text.trim() === "" ? "no_word" : "form", read.field, fields[read.field.split(".", 1)[0] ?? ""]);
  const found = entryProblem(read.entry);
  if (found !== null) return fail(found.problem, found.field, found.value);
  return seen.has(foldedText(text)) ? fail("duplicate", "text", text) : read.entry;
}

const longestShown = 200;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.slice(0, longestShown);
}

/** Puts imported entries into a list: one whose keyword is there already takes its place, the others are added in front. Tells how many were added. */
export function mergeImported(
  entries: readonly KeywordEntry[],
  imported: readonly KeywordEntry[],
  newId: () => string,
): { readonly entries: KeywordEntry[]; readonly added: number } {
  const known = new Set(entries.map(({ text }) => foldedText(text)));
  const ids = new Set(entries.map(({ id }) => id));
  const news = new Map(imported.map((entry) => [foldedText(entry.text), entry]));
  const replaced = entries.map((entry) => {
    const next = news.get(foldedText(entry.text));
    return next ? { ...next, id: entry.id } : entry;
  });
  const added = imported
    .filter(({ text }) => !known.has(foldedText(text)))
    .map((entry) => {
      const id = ids.has(entry.id) ? newId() : entry.id;
      ids.add(id);
      return { ...entry, id };
    });
  return { entries: [...added, ...replaced], added: added.length };
}
