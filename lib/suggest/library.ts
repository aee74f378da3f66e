import MiniSearch, { type Options } from "minisearch";
import { primaryLanguage } from "../schema/language.ts";
import type { KnowledgeItem, Precedent } from "../schema/workspace.ts";
import { termsOf } from "./terms.ts";

/** A knowledge item as it is searched. */
export interface ItemEntry {
  readonly id: string;
  readonly topics: string;
  readonly title: string;
  readonly answer: string;
  readonly lang: string | null;
  readonly kinds: KnowledgeItem["kinds"];
}

/** An answer that was given, as it is searched. */
export type PrecedentEntry = Pick<Precedent, "id" | "kind" | "source" | "verdict" | "asked"> & {
  readonly lang: string | null;
  readonly isText: boolean;
};

/** An index, and in how many of its entries each term stands; of entries that were replaced, the former terms stay counted. */
export interface Shelf<T> {
  readonly index: MiniSearch<T>;
  readonly spread: Map<string, number>;
}

/** What suggestions are found in: the knowledge of a workspace, and what earlier posts were answered with. */
export interface Library {
  readonly items: Shelf<ItemEntry>;
  readonly precedents: Shelf<PrecedentEntry>;
  /** How often each source was used, weighed by what became of it. */
  readonly uses: Map<string, number>;
}

/** What a verdict says of a source: the edited one was near, not right. */
const credits: Record<Precedent["verdict"], number> = { accepted: 1, edited: 0.5, rejected: -1 };

const replyMark = "reply/";
/** The source that an earlier reply is, as opposed to a knowledge item; no id of an item has a slash. */
const replySource = (precedentId: string): string => `${replyMark}${precedentId}`;
/** The precedent whose text a source is; null for a knowledge item. */
export const precedentOfSource = (source: string): string | null => (source.startsWith(replyMark) ? source.slice(replyMark.length) : null);

/** What a precedent speaks for, and how strongly. */
export function backedBy({ id, source, verdict, isText }: Omit<PrecedentEntry, "asked">): [source: string, credit: number][] {
  const own: [string, number][] = isText && (source === null || verdict === "edited") ? [[replySource(id), 1]] : [];
  return source === null ? own : [[source, credits[verdict]], ...own];
}

// Entries come as terms already.
const terms = { tokenize: (text: string) => text.split(" "), processTerm: (term: string) => term };
const itemOptions: Options<ItemEntry> = { ...terms, fields: ["topics", "title", "answer"], storeFields: ["lang", "kinds"] };
const precedentOptions: Options<PrecedentEntry> = {
  ...terms,
  fields: ["asked"],
  storeFields: ["lang", "kind", "source", "verdict", "isText"],
};

const shelf = <T>(options: Options<T>): Shelf<T> => ({ index: new MiniSearch(options), spread: new Map() });

export function emptyLibrary(): Library {
  return { items: shelf(itemOptions), precedents: shelf(precedentOptions), uses: new Map() };
}

function put<T extends { readonly id: string }>({ index, spread }: Shelf<T>, entry: T, words: readonly string[]): void {
  if (index.has(entry.id)) index.replace(entry);
  else index.add(entry);
  for (const term of new Set(words.flatMap((text) => text.split(" ")))) spread.set(term, (spread.get(term) ?? 0) + 1);
}

const termsIn = (text: string): string => [...termsOf(text).keys()].join(" ");

/** Adds an item, or what became of it; a removed one goes. */
export function indexItem({ items }: Library, item: KnowledgeItem): void {
  const { id, kinds, removed, lang } = item;
  if (!removed) {
    const [topics, title, answer] = [termsIn(item.topics.join(" ")), termsIn(item.title), termsIn(item.answer)];
    put(items, { id, topics, title, answer, kinds, lang: primaryLanguage(lang) }, [topics, title, answer]);
  } else if (items.index.has(id)) items.index.discard(id);
}

/** Adds an answer that was given, or what is now thought of it. */
export function indexPrecedent({ precedents, uses }: Library, precedent: Precedent): void {
  const { id, kind, source, verdict, asked, answer } = precedent;
  const count = (entry: Omit<PrecedentEntry, "asked">, times: 1 | -1) => {
    for (const [each, credit] of backedBy(entry)) uses.set(each, (uses.get(each) ?? 0) + times * credit);
  };
  const before = precedents.index.getStoredFields(id);
  if (before) count({ ...before, id } as PrecedentEntry, -1);
  const entry = { id, kind, source, verdict, asked, lang: primaryLanguage(precedent.lang), isText: answer !== null };
  put(precedents, entry, [asked]);
  count(entry, 1);
}

/** The library as text, to be kept. */
export function packLibrary({ items, precedents, uses }: Library): string {
  return JSON.stringify([items.index, [...items.spread], precedents.index, [...precedents.spread], [...uses]]);
}

/** The library that `packLibrary` wrote. */
export function unpackLibrary(packed: string): Library {
  const [items, itemSpread, precedents, precedentSpread, uses] = JSON.parse(packed);
  return {
    items: { index: MiniSearch.loadJS(items, itemOptions), spread: new Map(itemSpread) },
    precedents: { index: MiniSearch.loadJS(precedents, precedentOptions), spread: new Map(precedentSpread) },
    uses: new Map(uses),
  };
}
