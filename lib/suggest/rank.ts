import type { SearchOptions, SearchResult } from "minisearch";
import { primaryLanguage } from "../schema/language.ts";
import type { PostKind } from "../schema/triage.ts";
import { askedOf } from "./asked.ts";
import { backedBy, type ItemEntry, type Library, type PrecedentEntry, precedentOfSource, type Shelf } from "./library.ts";

export interface RankQuery {
  readonly text: string;
  /** What was said before it, in the same thread. */
  readonly thread?: readonly string[];
  /** BCP-47 of the post, null when unknown. */
  readonly lang: string | null;
  readonly kind: PostKind;
}

/** A possible answer: a knowledge item by its id, or an earlier reply `reply/` and the id of its precedent. */
export interface Ranked {
  readonly source: string;
  readonly score: number;
  /** Terms of the post that led to it. */
  readonly terms: readonly string[];
  /** Something in the post speaks for it; otherwise it is only often used. */
  readonly isFounded: boolean;
}

/** Shares of the score, found by cross-validation on posts to 25 brands (`npm run bench -- suggest -- --data DIR`). */
const weights = { item: 0.4, near: 4, use: 1 } as const;
/** An answer that nothing in the post speaks for is only offered when it was used that often. */
const habitualUses = 3;
/** How many entries a search may look at: a common word costs much and tells little. */
const mostLooked = 160;
/** More are not worth a person's look. */
const mostRanked = 5;
/** Misspelt words that are looked for, the longest first. */
const mostFuzzy = 4;

const exact: SearchOptions = { boost: { topics: 3, title: 2 } };
/** As they are written, or nearly so. */
export const fuzzy: SearchOptions = {
  ...exact,
  // Whole letters: MiniSearch finds nothing for a part of one.
  fuzzy: (term) => (term.length > 3 ? Math.min(2, Math.floor(term.length / 4)) : false),
  prefix: (term) => term.length > 3,
};

type PrecedentHit = SearchResult & PrecedentEntry;

/** One word of an answer alone says too little; a word of a title or topic, or two words, say enough. */
function isApt({ match, queryTerms }: SearchResult): boolean {
  return queryTerms.length > 1 || Object.values(match).some((places) => places.some((place) => place !== "answer"));
}

/** Thanks are no answer to a fault, nor a remedy one to praise or to a threat with a lawyer. */
const apart: readonly PostKind[] = ["praise", "threat"];

/** An item that names no kinds is for everything but those. */
function fitsKind(kinds: readonly PostKind[] | undefined, kind: PostKind): boolean {
  return kinds === undefined || kinds.length === 0 ? !apart.includes(kind) : kinds.includes(kind);
}

const isAlike = (a: PostKind, b: PostKind) => a === b || (!apart.includes(a) && !apart.includes(b));

/** The terms that tell most: the rarest first, as long as the search stays short; of what no entry holds, none. */
function telling({ spread }: { readonly spread: ReadonlyMap<string, number> }, terms: readonly string[]): string[] {
  const known = terms.flatMap((term) => (spread.has(term) ? [{ term, count: spread.get(term) ?? 0 }] : []));
  let left = mostLooked;
  const kept: string[] = [];
  for (const { term, count } of known.sort((a, b) => a.count - b.count)) {
    left -= count;
    if (left >= 0 || kept.length === 0) kept.push(term);
  }
  return kept;
}

const longest = (terms: readonly string[]) => [...terms].sort((a, b) => b.length - a.length).slice(0, mostFuzzy);

/** Looks for terms on a shelf. */
export const search = <T>({ index }: Shelf<T>, terms: readonly string[], options: SearchOptions): SearchResult[] =>
  terms.length === 0 ? [] : index.search(" ", { ...options, tokenize: () => [...terms], processTerm: (term) => term });

class Tally {
  readonly found = new Map<string, { score: number; terms: Set<string>; isFounded: boolean }>();
  add(source: string, score: number, terms: readonly string[], isFounded: boolean): void {
    const one = this.found.get(source) ?? { score: 0, terms: new Set(), isFounded: false };
    one.score += score;
    one.isFounded ||= isFounded;
    for (const term of terms) one.terms.add(term);
    this.found.set(source, one);
  }
}

/** Whether a source that nothing in the post speaks for could answer it at all. */
function fits(library: Library, source: string, lang: string | null, kind: PostKind): boolean {
  const precedentId = precedentOfSource(source);
  const entry = precedentId === null ? library.items.index.getStoredFields(source) : library.precedents.index.getStoredFields(precedentId);
  if (!entry || (lang !== null && entry.lang !== lang)) return false;
  return precedentId === null ? fitsKind(entry.kinds as ItemEntry["kinds"], kind) : isAlike(entry.kind as PostKind, kind);
}

function rankIn(library: Library, terms: readonly string[], kind: PostKind, lang: string | null): Ranked[] {
  const inLanguage = (hit: SearchResult) => lang === null || hit.lang === lang;
  const tally = new Tally();
  const isNear = (hit: SearchResult) => inLanguage(hit) && isAlike(hit.kind, kind);
  const near = search(library.precedents, telling(library.precedents, terms), { filter: isNear }) as PrecedentHit[];
  for (const hit of near) {
    for (const [source, credit] of backedBy(hit)) {
      tally.add(source, (weights.near * credit * hit.score) / terms.length, hit.queryTerms, hit.queryTerms.length > 1);
    }
  }
  const filter = (hit: SearchResult) => isApt(hit) && inLanguage(hit) && fitsKind(hit.kinds, kind);
  const asWritten = search(library.items, telling(library.items, terms), { ...exact, filter });
  const isMiss = asWritten.length === 0 && near.length === 0;
  const items = isMiss ? search(library.items, longest(terms), { ...fuzzy, filter }) : asWritten;
  for (const hit of items) tally.add(hit.id, weights.item * hit.score, hit.queryTerms, true);
  for (const [source, uses] of library.uses) {
    const isKnown = tally.found.has(source);
    if (uses > 0 && (isKnown || (uses >= habitualUses && fits(library, source, lang, kind)))) {
      tally.add(source, weights.use * Math.log1p(uses), [], false);
    }
  }
  const ordered = [...tally.found]
    .filter(([, { score }]) => score > 0)
    .sort(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1));
  const ranked: Ranked[] = [];
  for (const [source, { score, terms: led, isFounded }] of ordered) {
    if (ranked.length === mostRanked) break;
    if (fits(library, source, lang, kind)) ranked.push({ source, score, terms: [...led], isFounded });
  }
  return ranked;
}

/**
 * The possible answers to a post, best first: by the words of the knowledge items, by what similar posts were answered with, and by how often each
 * was used. In the post's language, in English when there is none; an unknown language looks through all. Words as they are written, similar ones
 * when nothing was found.
 */
export function rank(library: Library, query: RankQuery): Ranked[] {
  const terms = askedOf([query.text, ...(query.thread ?? [])].join(" "))
    .split(" ")
    .filter(Boolean);
  if (terms.length === 0) return [];
  const lang = primaryLanguage(query.lang);
  const own = rankIn(library, terms, query.kind, lang);
  return own.length > 0 || lang === null || lang === "en" ? own : rankIn(library, terms, query.kind, "en");
}
