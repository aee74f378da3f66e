import { type KeywordProblem, keywordProblem } from "../../lib/detect/keyword-problem.ts";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";

/** A keyword list being edited: what it is based on, and every state since, the newest last. */
export interface Edits {
  readonly baseVersion: number;
  readonly base: readonly KeywordEntry[];
  readonly history: readonly (readonly KeywordEntry[])[];
}

/** `near`: a word that must or must not stand nearby cannot be used. */
export type EditProblem = KeywordProblem | "duplicate" | "near";

/** States kept for "undo"; typing in one field counts as one. */
const maxHistory = 100;

export function startEdits(baseVersion: number, base: readonly KeywordEntry[]): Edits {
  return { baseVersion, base, history: [] };
}

/** The entries as they stand now. */
export function entriesOf(edits: Edits): readonly KeywordEntry[] {
  return edits.history.at(-1) ?? edits.base;
}

/** One more change. A change of the same field of the same entry replaces the step before it. */
export function change(edits: Edits, entries: readonly KeywordEntry[]): Edits {
  const before = edits.history.at(-2) ?? edits.base;
  const goesOn = edits.history.length > 0 && fieldChanged(before, entriesOf(edits)) === fieldChanged(entriesOf(edits), entries);
  const kept = goesOn && fieldChanged(entriesOf(edits), entries) !== null ? edits.history.slice(0, -1) : edits.history;
  return { ...edits, history: [...kept, entries].slice(-maxHistory) };
}

/** `id.field` when exactly one field of one entry differs; null otherwise. */
function fieldChanged(from: readonly KeywordEntry[], to: readonly KeywordEntry[]): string | null {
  if (from.length !== to.length) return null;
  const changed = to.flatMap((entry, at) => {
    const old = from[at];
    if (!old || old.id !== entry.id) return ["moved", "moved"];
    return (["text", "label", "mustNear", "mustNotNear"] as const)
      .filter((field) => String(old[field]) !== String(entry[field]))
      .map((field) => `${entry.id}.${field}`);
  });
  return changed.length === 1 ? (changed[0] ?? null) : null;
}

/** The same edits on top of a newer list: what others changed is taken over, what was changed here stays. */
export function rebase(edits: Edits, version: number, base: readonly KeywordEntry[]): Edits {
  const old = new Map(edits.base.map((entry) => [entry.id, JSON.stringify(entry)]));
  const now = new Map(entriesOf(edits).map((entry) => [entry.id, entry]));
  const mine = new Map([...now].filter(([id, entry]) => old.get(id) !== JSON.stringify(entry)));
  const theirs = new Set(base.map(({ id }) => id));
  const added = [...mine.values()].filter(({ id }) => !theirs.has(id));
  const kept = base.filter(({ id }) => now.has(id) || !old.has(id)).map((entry) => mine.get(entry.id) ?? entry);
  const next: Edits = { baseVersion: version, base, history: [[...added, ...kept]] };
  return changeCount(next) === 0 ? startEdits(version, base) : next;
}

export function undo(edits: Edits): Edits {
  return { ...edits, history: edits.history.slice(0, -1) };
}

/** How many entries were added, removed or changed since the base. */
export function changeCount(edits: Edits): number {
  const old = new Map(edits.base.map((entry) => [entry.id, JSON.stringify(entry)]));
  const now = entriesOf(edits);
  const touched = now.filter((entry) => old.get(entry.id) !== JSON.stringify(entry)).length;
  const ids = new Set(now.map(({ id }) => id));
  return touched + edits.base.filter(({ id }) => !ids.has(id)).length;
}

/** What is wrong, by entry id; empty when the list can be pushed. */
export function problemsOf(entries: readonly KeywordEntry[]): ReadonlyMap<string, EditProblem> {
  const seen = new Set<string>();
  const problems = new Map<string, EditProblem>();
  for (const { id, text, mustNear, mustNotNear } of entries) {
    const folded = text.trim().toLocaleLowerCase();
    const isNearBad = [...mustNear, ...mustNotNear].some((word) => keywordProblem(word) !== null);
    const problem = keywordProblem(text) ?? (seen.has(folded) ? "duplicate" : isNearBad ? "near" : null);
    if (problem) problems.set(id, problem);
    seen.add(folded);
  }
  return problems;
}

/** Words typed with commas between them, as a list. */
export function splitWords(text: string): string[] {
  return text
    .split(/[,،、，]/u)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
