import { postLanguage } from "../../lib/schema/language.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Suggestion } from "../../lib/schema/messages.ts";
import type { Store } from "../../lib/store/database.ts";
import { keepLibrary, libraryNews, packedLibrary, sourcesOf } from "../../lib/store/library.ts";
import { getMeta, settingsOf } from "../../lib/store/meta.ts";
import {
  emptyLibrary,
  type Library,
  packLibrary,
  precedentOfSource,
  putItem,
  putPrecedent,
  unpackLibrary,
} from "../../lib/suggest/library.ts";
import { firstName } from "../../lib/suggest/names/first-name.ts";
import { rank } from "../../lib/suggest/rank.ts";
import { asSuggestion } from "../../lib/suggest/suggest.ts";
import { isHeated } from "../../lib/triage/heated.ts";
import type { Spawn } from "./spawn.ts";

/** The answers that may fit a mention, best first; `thread` is what was said before it. */
export type Suggest = (mention: Mention, thread: readonly string[]) => Promise<Suggestion[]>;

/**
 * Finds suggestions in the kept index, which learns only what changed. It stays in memory while the worker lives; the worker may die before what was
 * learnt is kept, and then learns it again.
 */
export function createSuggest(store: Store, spawn: Spawn): Suggest {
  let opened: Promise<Library> | null = null;
  const open = async () => {
    const packed = await packedLibrary(store);
    return packed === null ? emptyLibrary() : unpackLibrary(packed);
  };
  /** One after the other, or two would learn the same news side by side. */
  let learning: Promise<unknown> = Promise.resolve();
  async function learn(): Promise<Library> {
    opened ??= open();
    const [library, news] = await Promise.all([opened, libraryNews(store)]);
    if (news.keys.length === 0) return library;
    for (const item of news.items) putItem(library, item);
    for (const precedent of news.precedents) putPrecedent(library, precedent);
    spawn(keepLibrary(store, packLibrary(library), news.keys));
    return library;
  }
  return async (mention, thread) => {
    const learnt = learning.then(learn);
    learning = learnt.catch(() => {
      opened = null;
    });
    return found(store, await learnt, mention, thread);
  };
}

async function found(store: Store, library: Library, mention: Mention, thread: readonly string[]): Promise<Suggestion[]> {
  const { excerpt: text, triage, author } = mention;
  const lang = postLanguage(mention);
  const settings = settingsOf(await getMeta(store, "account"));
  // What nothing in the post speaks for is a habit, and out of place where somebody is angry, threatens or needs a technician.
  const ranked = rank(library, { text, thread, lang, kind: triage.kind }).filter(
    ({ isFounded }) => isFounded || !isHeated(triage, settings),
  );
  const precedentIds = ranked.flatMap(({ source }) => precedentOfSource(source) ?? []);
  const itemIds = ranked.flatMap(({ source }) => (precedentOfSource(source) === null ? source : []));
  const { items, precedents } = await sourcesOf(store, itemIds, precedentIds);
  const post = { text: [text, ...thread].join(" "), author: firstName(author, lang) };
  return ranked.flatMap((each) => {
    const id = precedentOfSource(each.source);
    const source = id === null ? items.find((item) => item.id === each.source) : precedents.find((precedent) => precedent.id === id);
    return (source && asSuggestion(each, source, post)) ?? [];
  });
}
