import { type EntryProblem, entryProblem, foldedText } from "../../lib/detect/lists/entry-problem.ts";
import { type KeywordEntry, readEntry } from "../../lib/schema/keywords.ts";
import { type Edits, startEdits, stateOf, step } from "../ui/edits.ts";

/** What of a keyword list can be edited. */
export interface ListState {
  readonly name: string;
  readonly negative: boolean;
  readonly entries: readonly KeywordEntry[];
}

/** A keyword list being edited. */
export type ListEdits = Edits<ListState>;

/** What is wrong with an entry; `form`: a field cannot be read at all. */
export type EditProblem = Omit<EntryProblem, "field" | "problem"> & {
  readonly field: string;
  readonly problem: EntryProblem["problem"] | "duplicate" | "form";
};

export function startList(
  baseVersion: number,
  { name, negative = false, entries }: Omit<ListState, "negative"> & { negative?: boolean | undefined },
): ListEdits {
  return startEdits(baseVersion, { name, negative, entries });
}

/** One more change. A change of the same field of the same entry replaces the step before it. */
export function changeList(edits: ListEdits, parts: Partial<ListState>): ListEdits {
  const [before, now] = [edits.history.at(-2) ?? edits.base, stateOf(edits)];
  const next = { ...now, ...parts };
  const field = fieldChanged(now, next);
  const goesOn = edits.history.length > 0 && field !== null && fieldChanged(before, now) === field;
  return step(edits, next, goesOn);
}

/** `name`, or `id.field` when exactly one field of one entry differs; null otherwise. */
function fieldChanged(from: ListState, to: ListState): string | null {
  if (from.name !== to.name) return from.entries === to.entries ? "name" : null;
  if (from.entries.length !== to.entries.length) return null;
  const changed: string[] = [];
  for (const [at, entry] of to.entries.entries()) {
    const old = from.entries[at];
    if (old === entry) continue;
    if (old?.id !== entry.id) return null;
    changed.push(...fieldsBetween(old, entry));
    if (changed.length > 1) return null;
  }
  return changed[0] ?? null;
}

function fieldsBetween(old: KeywordEntry, entry: KeywordEntry): string[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(entry)])] as (keyof KeywordEntry)[];
  return keys.filter((key) => String(old[key] ?? "") !== String(entry[key] ?? "")).map((key) => `${entry.id}.${key}`);
}

const isSame = (one: KeywordEntry | undefined, other: KeywordEntry): boolean =>
  one === other || (one !== undefined && JSON.stringify(one) === JSON.stringify(other));

/** What was changed since the base: entries that are new or other, ids of those that are gone, and the rest of the list where it differs. */
export interface Changes extends Partial<Pick<ListState, "name" | "negative">> {
  readonly baseVersion: number;
  readonly mine: readonly KeywordEntry[];
  readonly removed: readonly string[];
}

export function changesOf(edits: ListEdits): Changes {
  const { base, baseVersion } = edits;
  const { name, negative, entries } = stateOf(edits);
  const old = new Map(base.entries.map((entry) => [entry.id, entry]));
  const ids = new Set(entries.map(({ id }) => id));
  return {
    baseVersion,
    mine: entries === base.entries ? [] : entries.filter((entry) => !isSame(old.get(entry.id), entry)),
    removed: base.entries.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
    ...(name !== base.name && { name }),
    ...(negative !== base.negative && { negative }),
  };
}

/** How many entries were added, removed or changed since the base, and what of the rest was. */
export function listChangeCount({ mine, removed, name, negative }: Changes): number {
  return mine.length + removed.length + Number(name !== undefined) + Number(negative !== undefined);
}

/** The same changes on top of a newer list: what others changed is taken over, what was changed here stays. */
export function onTop({ mine, removed, name, negative }: Changes, version: number, base: ListState): ListEdits {
  const [own, gone, theirs] = [
    new Map(mine.map((entry) => [entry.id, entry])),
    new Set(removed),
    new Set(base.entries.map(({ id }) => id)),
  ];
  const added = mine.filter(({ id }) => !theirs.has(id));
  const kept = base.entries.filter(({ id }) => !gone.has(id)).map((entry) => own.get(entry.id) ?? entry);
  const edits = startEdits(version, base);
  const next = step(edits, { name: name ?? base.name, negative: negative ?? base.negative, entries: [...added, ...kept] });
  return listChangeCount(changesOf(next)) === 0 ? edits : next;
}

/** An entry that somebody else pushed in another form than the one it is edited to here; null on either side: removed there. */
export interface Overlap {
  readonly id: string;
  readonly mine: KeywordEntry | null;
  readonly theirs: KeywordEntry | null;
}

/** Entries of `base` that were changed or removed here and also by whoever made `theirs` of it, each otherwise than the other. */
export function overlapsOf(base: ListState, theirs: ListState, { mine, removed }: Changes): readonly Overlap[] {
  const [old, now] = [new Map(base.entries.map((entry) => [entry.id, entry])), new Map(theirs.entries.map((entry) => [entry.id, entry]))];
  const both = (id: string, own: KeywordEntry | null): readonly Overlap[] => {
    const [before, their] = [old.get(id), now.get(id)];
    const isTouched = before !== undefined && (their === undefined || !isSame(before, their));
    const isAgreed = own === null ? their === undefined : their !== undefined && isSame(own, their);
    return isTouched && !isAgreed ? [{ id, mine: own, theirs: their ?? null }] : [];
  };
  return [...mine.flatMap((entry) => both(entry.id, entry)), ...removed.flatMap((id) => both(id, null))];
}

/** One entry as the others have it, in place of how it is edited here. */
export function takeTheirs(edits: ListEdits, { id, theirs }: Overlap): ListEdits {
  const { entries } = stateOf(edits);
  const isHere = entries.some((entry) => entry.id === id);
  if (theirs === null) return changeList(edits, { entries: entries.filter((entry) => entry.id !== id) });
  return changeList(edits, { entries: isHere ? entries.map((entry) => (entry.id === id ? theirs : entry)) : [theirs, ...entries] });
}

/** Entries never change in place, so what is known of one stays true. */
const known = new WeakMap<KeywordEntry, { readonly problem: EditProblem | null; readonly folded: string }>();

function readOnce(entry: KeywordEntry) {
  let found = known.get(entry);
  if (!found) {
    const read = readEntry(entry);
    const form = "field" in read ? { field: read.field, value: "", problem: "form" as const } : null;
    found = { problem: entryProblem(entry) ?? form, folded: foldedText(entry.text) };
    known.set(entry, found);
  }
  return found;
}

/** What is wrong, by entry id; empty when the list can be pushed. */
export function entryProblems(entries: readonly KeywordEntry[]): ReadonlyMap<string, EditProblem> {
  const seen = new Set<string>();
  const problems = new Map<string, EditProblem>();
  for (const entry of entries) {
    const { problem, folded } = readOnce(entry);
    if (problem) problems.set(entry.id, problem);
    else if (seen.has(folded)) problems.set(entry.id, { field: "text", value: entry.text, problem: "duplicate" });
    seen.add(folded);
  }
  return problems;
}
