import { contextWords, type Hit, type KeywordEntry } from "../schema/keywords.ts";
import { Finder, type Finding } from "./finder.ts";
import type { CompileMatcher } from "./matcher.ts";

const mostHits = 20;
const mostContext = 10;

/** An entry of a list, its words as numbers in the finder. */
interface Entry {
  readonly id: string;
  readonly label: string;
  readonly near: ReadonlySet<number>;
  readonly notNear: ReadonlySet<number>;
}

/** Compiles keyword lists once, for many texts. Entries without a word in them are left out (`keywordProblem` names them). */
export const compileMatcher: CompileMatcher = (lists) => {
  const finder = new Finder();
  const entries = new Map<number, Entry[]>();
  const numbers = (words: readonly string[]) => new Set(words.flatMap((word) => finder.add(word) ?? []));
  const read = (entry: KeywordEntry): Entry => ({
    id: entry.id,
    label: entry.label ?? entry.text,
    near: numbers(entry.mustNear),
    notNear: numbers(entry.mustNotNear),
  });
  for (const entry of lists.flatMap((list) => list.entries)) {
    const keyword = finder.add(entry.text);
    if (keyword !== null) entries.set(keyword, [...(entries.get(keyword) ?? []), read(entry)]);
  }
  return {
    match(text) {
      const found = finder.find(text);
      const hits: Hit[] = [];
      for (const [index, finding] of found.entries()) {
        // Those that begin later cannot come before the ones there are.
        if (hits.length >= mostHits && finding.start > (hits.at(-1)?.start ?? 0)) break;
        for (const entry of entries.get(finding.keyword) ?? []) {
          const hit = judge(text, entry, found, index, finding);
          if (hit) hits.push(hit);
        }
      }
      return weed(hits).slice(0, mostHits);
    },
  };
};

/** The hit that a finding is for this entry; null when the words around it decide against. */
function judge(text: string, entry: Entry, found: readonly Finding[], index: number, { start, end, form }: Finding): Hit | null {
  const { id: entryId, label, near, notNear } = entry;
  const around = near.size + notNear.size > 0 ? neighbours(found, index) : [];
  if (around.some((other) => notNear.has(other.keyword))) return null;
  const context = around.filter((other) => near.has(other.keyword)).map((other) => text.slice(other.start, other.end));
  return near.size > 0 && context.length === 0 ? null : { entryId, label, start, end, form, context: context.slice(0, mostContext) };
}

/** Findings that begin at most `contextWords` words before or after the one at `index`, in the order of the text, those within it left out. */
function neighbours(found: readonly Finding[], index: number): Finding[] {
  const middle = found[index];
  if (!middle) return [];
  const from = middle.first.place - 2 * contextWords;
  const to = middle.last.place + 2 * contextWords;
  let first = index;
  while ((found[first - 1]?.first.place ?? Number.NEGATIVE_INFINITY) >= from) first--;
  let end = index;
  while ((found[end]?.first.place ?? Number.POSITIVE_INFINITY) <= to) end++;
  return found.slice(first, end).filter((other) => other.start < middle.start || other.end > middle.end);
}

/** Hits in order, the longer first; where something was met exactly, weaker forms at the same place are left out. */
function weed(hits: Hit[]): Hit[] {
  const exact = new Set(hits.filter((hit) => hit.form === "exact").map((hit) => `${hit.start} ${hit.end}`));
  return hits
    .filter((hit) => hit.form === "exact" || !exact.has(`${hit.start} ${hit.end}`))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
