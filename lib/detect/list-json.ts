import { FanswerError } from "../schema/errors.ts";
import type { KeywordEntry } from "../schema/keywords.ts";
import { keywordProblem } from "./keyword-problem.ts";

/** The entries as JSON that `entriesFromJson` and the command line read again. */
export const entriesToJson = (entries: readonly KeywordEntry[]): string => `${JSON.stringify({ entries }, null, 2)}\n`;

/**
 * The entries in a JSON text: `{"entries": [...]}` or the array alone; an entry may be its text alone, and what it leaves out is empty. `read`
 * checks one entry against the schema. Throws `keyword_invalid` naming the entry and what is wrong with it.
 */
export function entriesFromJson(json: string, mintId: () => string, read: (value: unknown) => KeywordEntry): KeywordEntry[] {
  return listIn(json).map((value, index) => {
    const given = typeof value === "string" ? { text: value } : value;
    try {
      const entry = read({ id: mintId(), label: null, mustNear: [], mustNotNear: [], ...(given as object) });
      const bad = [entry.text, ...entry.mustNear, ...entry.mustNotNear].find((word) => keywordProblem(word) !== null);
      if (bad !== undefined) throw new FanswerError("keyword_invalid", `${JSON.stringify(bad)}: ${keywordProblem(bad)}`);
      return entry;
    } catch (cause) {
      const detail = cause instanceof FanswerError ? cause.detail : "has the wrong form";
      throw new FanswerError("keyword_invalid", `entry ${index + 1}: ${detail}`, { cause });
    }
  });
}

function listIn(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value)) return value;
    if (typeof value === "object" && value !== null && "entries" in value && Array.isArray(value.entries)) return value.entries;
  } catch (cause) {
    throw new FanswerError("keyword_invalid", "not JSON", { cause });
  }
  throw new FanswerError("keyword_invalid", "no list of entries");
}
