import type { KeywordEntry, KeywordList } from "../../lib/schema/keywords.ts";

/** One keyword list of these texts; the id of an entry is its text's place, from 1. */
export function listOf(...entries: (string | (Partial<KeywordEntry> & { text: string }))[]): KeywordList {
  return {
    id: "list",
    name: "Test",
    version: 1,
    updatedAt: "2026-01-01T00:00:00.000Z",
    entries: entries.map((entry, index) => ({
      id: String(index + 1),
      label: null,
      mustNear: [],
      mustNotNear: [],
      ...(typeof entry === "string" ? { text: entry } : entry),
    })),
  };
}
