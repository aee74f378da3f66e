import type { KeywordEntry } from "../../schema/keywords.ts";
import { foldedText } from "./entry-problem.ts";

/** What of a list is compared. */
interface Comparable {
  readonly name: string;
  readonly negative?: boolean | undefined;
  readonly entries: readonly KeywordEntry[];
}

type Field = Exclude<keyof KeywordEntry, "id">;

/** An entry that is in both, and the fields in which it is another one. */
export interface ChangedEntry {
  readonly from: KeywordEntry;
  readonly to: KeywordEntry;
  readonly fields: readonly Field[];
}

/** How one state of a list became another. */
export interface ListDifference {
  readonly added: readonly KeywordEntry[];
  readonly removed: readonly KeywordEntry[];
  readonly changed: readonly ChangedEntry[];
  /** The former name and the new one; null when it is the same. */
  readonly name: { readonly from: string; readonly to: string } | null;
  /** Whether it leaves posts out now and did not, or the other way round; null when it is as it was. */
  readonly negative: boolean | null;
}

const plain = { label: null, mustNear: [], mustNotNear: [], within: null, languages: [] };
const rare = { ignoreAuthors: [], ignoreDomains: [], leet: false, ambiguous: false };
const empty: Readonly<Record<Exclude<Field, "text">, unknown>> = { ...plain, ...rare };
const fields = ["text", ...Object.keys(empty)] as readonly Field[];

const fieldText = (entry: KeywordEntry, field: Field): string =>
  field === "text" ? entry.text : JSON.stringify(entry[field] ?? empty[field]);

/** The fields in which two entries differ; what is left out is as what says nothing. */
export function fieldsBetween(from: KeywordEntry, to: KeywordEntry): readonly Field[] {
  return from === to ? [] : fields.filter((field) => fieldText(from, field) !== fieldText(to, field));
}

/** The entries of `from` that `to` has too, under their own id or, where a file gave them another, by the same keyword; each at most once. */
function pairs(from: readonly KeywordEntry[], to: readonly KeywordEntry[]): ReadonlyMap<KeywordEntry, KeywordEntry> {
  const byId = new Map(from.map((entry) => [entry.id, entry]));
  const found = new Map<KeywordEntry, KeywordEntry>();
  for (const entry of to) {
    const old = byId.get(entry.id);
    if (old) found.set(entry, old);
  }
  const paired = new Set(found.values());
  const byText = new Map(from.filter((entry) => !paired.has(entry)).map((entry) => [foldedText(entry.text), entry]));
  for (const entry of to) {
    const old = found.has(entry) ? undefined : byText.get(foldedText(entry.text));
    if (old) found.set(entry, old);
  }
  return found;
}

/** What was added, removed and changed from one state of a list to another, in the order of the lists; takes time in proportion to their length. */
export function listDifference(from: Comparable, to: Comparable): ListDifference {
  const formerOf = pairs(from.entries, to.entries);
  const kept = new Set(formerOf.values());
  const changed = [...formerOf].flatMap(([entry, old]) => {
    const differing = fieldsBetween(old, entry);
    return differing.length === 0 ? [] : [{ from: old, to: entry, fields: differing }];
  });
  return {
    added: to.entries.filter((entry) => !formerOf.has(entry)),
    removed: from.entries.filter((entry) => !kept.has(entry)),
    changed,
    name: from.name === to.name ? null : { from: from.name, to: to.name },
    negative: (from.negative ?? false) === (to.negative ?? false) ? null : (to.negative ?? false),
  };
}

/** Whether two states of a list say the same. */
export const isNoDifference = ({ added, removed, changed, name, negative }: ListDifference): boolean =>
  added.length + removed.length + changed.length === 0 && name === null && negative === null;
