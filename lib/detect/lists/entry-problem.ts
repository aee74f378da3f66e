import type { KeywordEntry } from "../../schema/keywords.ts";
import { readPattern } from "../letters/pattern.ts";
import { type KeywordProblem, keywordProblem } from "./keyword-problem.ts";

/** What is wrong with an entry, and with which of its words. `no_handle`, `no_domain`: something else stands where authors or domains are named. */
export interface EntryProblem {
  readonly field: "text" | "mustNear" | "mustNotNear" | "ignoreAuthors" | "ignoreDomains";
  readonly value: string;
  readonly problem: KeywordProblem | "no_handle" | "no_domain";
}

const handle = /^[@＠]?[^\s@＠,;|/\\]+(@[^\s@]+)?$/u;

/** The first thing that is wrong with an entry whose form is right; null when it can be used. */
export function entryProblem(entry: KeywordEntry): EntryProblem | null {
  const { text, mustNear, mustNotNear, ignoreAuthors = [], ignoreDomains = [] } = entry;
  return (
    firstOf("text", [text], keywordProblem) ??
    firstOf("mustNear", mustNear, keywordProblem) ??
    firstOf("mustNotNear", mustNotNear, keywordProblem) ??
    firstOf("ignoreAuthors", ignoreAuthors, (value) => (handle.test(value) ? null : "no_handle")) ??
    firstOf("ignoreDomains", ignoreDomains, (value) => (readPattern(value)?.kind === "domain" ? null : "no_domain"))
  );
}

function firstOf(
  field: EntryProblem["field"],
  values: readonly string[],
  problemOf: (value: string) => EntryProblem["problem"] | null,
): EntryProblem | null {
  for (const value of values) {
    const problem = problemOf(value);
    if (problem !== null) return { field, value, problem };
  }
  return null;
}

/** Two entries with the same folded text are one keyword. */
export const foldedText = (text: string): string => text.trim().normalize("NFKC").toLowerCase();
