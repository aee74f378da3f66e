import type { KeywordEntry } from "../../schema/keywords.ts";
import { jsonRows } from "./json-rows.ts";
import { gather, type Imported } from "./list-import.ts";

/** The entries as JSON that `entriesFromJson` and the command line read again. */
export const entriesToJson = (entries: readonly KeywordEntry[]): string => `${JSON.stringify({ entries }, null, 2)}\n`;

/**
 * The entries in a JSON text: `{"entries": [...]}` or the array alone; an entry may be its text alone, and what it leaves out is empty. Throws
 * `malformed` when there is no list in it.
 */
export function entriesFromJson(json: string, mintId: (line: number) => string): Imported {
  return gather(
    jsonRows(json, "entries").map((value, index) => ({ line: index + 1, value })),
    mintId,
  );
}
