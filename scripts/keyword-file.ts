import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { keywordProblem } from "../lib/detect/keyword-problem.ts";
import { FanswerError } from "../lib/schema/errors.ts";
import { KeywordEntry, type KeywordList } from "../lib/schema/keywords.ts";
import { parseJson } from "./json-lines.ts";
import { readAs } from "./post-line.ts";

const { id, text, label, mustNear, mustNotNear } = KeywordEntry.entries;
const Entry = v.object({
  id: v.optional(id),
  text,
  label: v.optional(label, null),
  mustNear: v.optional(mustNear, []),
  mustNotNear: v.optional(mustNotNear, []),
});
const File = v.object({ entries: v.array(v.unknown()) });

function readEntry(value: unknown, place: number): KeywordEntry {
  const entry = readAs(Entry, typeof value === "string" ? { text: value } : value, `entry ${place}`);
  for (const word of [entry.text, ...entry.mustNear, ...entry.mustNotNear]) {
    const problem = keywordProblem(word);
    if (problem) throw new FanswerError("keyword_invalid", `entry ${place}, ${JSON.stringify(word)}: ${problem}`);
  }
  return { ...entry, id: entry.id ?? String(place) };
}

/**
 * The keyword list in a file: a `KeywordList`, `{entries}`, or an array of entries; an entry may be its text alone, and what it leaves out is
 * defaulted (its id is its place, from 1). Throws `malformed`, or `keyword_invalid` naming the entry and what is wrong with it.
 */
export async function readKeywordFile(path: string): Promise<KeywordList> {
  const value = parseJson(await readFile(path, "utf8"));
  const { entries } = readAs(File, Array.isArray(value) ? { entries: value } : value);
  return {
    id: "file",
    name: "file",
    version: 0,
    entries: entries.map((entry, index) => readEntry(entry, index + 1)),
    updatedAt: "1970-01-01T00:00:00.000Z",
  };
}
