import { FanswerError } from "../schema/errors.ts";
import type { KeywordEntry } from "../schema/keywords.ts";
import { gather, type Imported } from "./list-import.ts";

/** The entries as JSON that `entriesFromJson` and the command line read again. */
export const entriesToJson = (entries: readonly KeywordEntry[]): string => `${JSON.stringify({ entries }, null, 2)}\n`;

/**
 * The entries in a JSON text: `{"entries": [...]}` or the array alone; an entry may be its text alone, and what it leaves out is empty. Throws
 * `malformed` when there is no list in it.
 */
export function entriesFromJson(json: string, mintId: (line: number) => string): Imported {
  return gather(
    listIn(json).map((value, index) => ({ line: index + 1, value })),
    mintId,
  );
}

function listIn(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value)) return value;
    if (typeof value === "object" && value !== null && "entries" in value && Array.isArray(value.entries)) return value.entries;
  } catch (cause) {
    throw new FanswerError("malformed", "not JSON", { cause });
  }
  throw new FanswerError("malformed", "no list of entries");
}
