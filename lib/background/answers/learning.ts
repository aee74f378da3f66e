import type { Store } from "../../store/database.ts";
import { beginLibrary, countNews, isLibraryBegun, keepLibrary, libraryNews, packedLibrary } from "../../store/library.ts";
import { emptyLibrary, indexItem, indexPrecedent, type Library, packLibrary, unpackLibrary } from "../../suggest/library.ts";

/** How many rows are indexed at one go, in about 30 ms; between two goes the worker answers other messages. */
const slice = 100;
/** More rows than this are indexed ahead of need, and the index is then stored; fewer are indexed at once when suggestions are asked for. */
const many = 100;
/** With many rows to index the index is also stored on the way, as the worker may be ended: seldom, for each time costs a second. */
const keptOnTheWay = 4_000;

/** The index over knowledge and earlier answers, kept in the store and in memory while the worker lives. */
export interface Learning {
  /** The index once it has learnt all that the store holds by now. */
  whole(): Promise<Library>;
  /** The index as it is after `ms` at the latest; null where not even the kept one is read by then. */
  within(ms: number): Promise<{ library: Library | null; isWhole: boolean }>;
  /** Indexes now what a member would otherwise wait for. */
  ahead(): Promise<void>;
}

/** Runs of indexing wait for each other, or two would index the same rows side by side. */
export function createLearning(store: Store): Learning {
  let library: Library | null = null;
  /** Rows that are in the index in memory and not yet in the stored one: by key, how often each changed. */
  let unkept = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();

  async function open(): Promise<Library> {
    if (library !== null && (await isLibraryBegun(store))) return library;
    unkept = new Map();
    const packed = await packedLibrary(store);
    if (packed !== null) return unpackLibrary(packed);
    const empty = emptyLibrary();
    await beginLibrary(store, packLibrary(empty));
    return empty;
  }

  async function learn(): Promise<Library> {
    library = await open();
    let after = "";
    for (;;) {
      const { items, precedents, marks } = await libraryNews(store, after, slice);
      const end = marks.at(-1);
      if (end === undefined) return library;
      after = end.key;
      const news = new Set(marks.flatMap(({ key, moves }) => (unkept.get(key) === moves ? [] : key)));
      for (const item of items) if (news.has(`item ${item.id}`)) indexItem(library, item);
      for (const precedent of precedents) if (news.has(`precedent ${precedent.id}`)) indexPrecedent(library, precedent);
      for (const { key, moves } of marks) unkept.set(key, moves);
      if (unkept.size >= keptOnTheWay) await keep();
    }
  }

  async function keep(): Promise<void> {
    if (library === null) return;
    await keepLibrary(
      store,
      packLibrary(library),
      [...unkept].map(([key, moves]) => ({ key, moves })),
    );
    unkept = new Map();
  }

  function whole(): Promise<Library> {
    const learnt = last.then(learn);
    last = learnt
      .then(() => (unkept.size >= many ? keep() : undefined))
      .catch(() => {
        library = null;
      });
    return learnt;
  }

  return {
    whole,
    async within(ms) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), ms);
      });
      const isWhole = await Promise.race([whole().then(() => true), late]);
      clearTimeout(timer);
      return { library, isWhole };
    },
    async ahead() {
      if ((await countNews(store)) > many) await whole();
    },
  };
}
