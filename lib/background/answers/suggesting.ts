import { postLanguage } from "../../schema/language.ts";
import type { Mention } from "../../schema/mention.ts";
import type { Suggestion } from "../../schema/messages.ts";
import type { Store } from "../../store/database.ts";
import { sourcesOf } from "../../store/library.ts";
import { getMeta, settingsOf } from "../../store/meta.ts";
import { type Library, precedentOfSource } from "../../suggest/library.ts";
import { firstName } from "../../suggest/names/first-name.ts";
import { type Ranked, rank } from "../../suggest/rank.ts";
import { searchItems } from "../../suggest/search.ts";
import { asSuggestion } from "../../suggest/suggest.ts";
import { isHeated } from "../../triage/heated.ts";
import { createLearning } from "./learning.ts";

/** How long a member waits before what was found so far is shown: with the messages to and fro it is on the screen within 200 ms. */
const soonMs = 100;

/** The answers that may fit a mention, best first; `thread` is what was said before it. */
export interface Suggesting {
  /** All suggestions that there are. */
  all(mention: Mention, thread: readonly string[]): Promise<Suggestion[]>;
  /** Those found soon, and whether more is still looked for. */
  soon(mention: Mention, thread: readonly string[]): Promise<{ suggestions: Suggestion[]; isSearching: boolean }>;
  /** Answers on record for words that a member typed. */
  find(mention: Mention, words: string): Promise<Suggestion[]>;
  /** These answers on record, as they are suggested for the mention; those that are gone are left out. */
  those(mention: Mention, itemIds: readonly string[]): Promise<Suggestion[]>;
  /** Makes ready what can be made ready before anybody asks. */
  ahead(): Promise<void>;
}

export function createSuggesting(store: Store): Suggesting {
  const learning = createLearning(store);
  return {
    all: async (mention, thread) => found(store, await learning.whole(), mention, thread),
    async soon(mention, thread) {
      const { library, isWhole } = await learning.within(soonMs);
      const suggestions = library === null ? [] : await found(store, library, mention, thread);
      return { suggestions, isSearching: !isWhole };
    },
    async find(mention, words) {
      const { lang } = await readingOf(store, mention);
      return asSuggested(store, searchItems(await learning.whole(), words, lang), mention, []);
    },
    those(mention, itemIds) {
      const ranked = itemIds.map((source) => ({ source, score: 0, terms: [], isFounded: true }));
      return asSuggested(store, ranked, mention, []);
    },
    ahead: learning.ahead,
  };
}

/** In which language a mention is answered (null: nobody knows), and by which settings. */
async function readingOf(store: Store, mention: Mention) {
  const account = await getMeta(store, "account");
  return { lang: postLanguage(mention) ?? account?.workspace.brand?.language ?? null, settings: settingsOf(account) };
}

async function found(store: Store, library: Library, mention: Mention, thread: readonly string[]): Promise<Suggestion[]> {
  const { excerpt: text, triage } = mention;
  const { lang, settings } = await readingOf(store, mention);
  // An answer that nothing in the post speaks for is only often used, and out of place where somebody is angry, threatens or needs a technician.
  const ranked = rank(library, { text, thread, lang, kind: triage.kind }).filter(
    ({ isFounded }) => isFounded || !isHeated(triage, settings),
  );
  return asSuggested(store, ranked, mention, thread);
}

/** What was ranked, with its words for this mention; what is gone meanwhile is left out. */
async function asSuggested(store: Store, ranked: readonly Ranked[], mention: Mention, thread: readonly string[]): Promise<Suggestion[]> {
  const { lang } = await readingOf(store, mention);
  const precedentIds = ranked.flatMap(({ source }) => precedentOfSource(source) ?? []);
  const itemIds = ranked.flatMap(({ source }) => (precedentOfSource(source) === null ? source : []));
  const { items, precedents } = await sourcesOf(store, itemIds, precedentIds);
  const post = { text: [mention.excerpt, ...thread].join(" "), author: firstName(mention.author, lang) };
  return ranked.flatMap((each) => {
    const id = precedentOfSource(each.source);
    const source = id === null ? items.find((item) => item.id === each.source) : precedents.find((precedent) => precedent.id === id);
    return (source && asSuggestion(each, source, post)) ?? [];
  });
}
