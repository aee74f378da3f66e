import { packedToText } from "../../detect/pack/carry.ts";
import { getFact, type Registry, setFact } from "../../store/communities.ts";
import { listsState, readLists, type Store } from "../../store/database.ts";
import { type CompilerDeps, createPacker } from "./compiled-lists.ts";

/** A community's keyword lists, as they stand in its store. */
interface Source {
  readonly id: string;
  readonly store: Store;
}

/**
 * The lists of several communities together, for the tabs, which so read each post once. Which community wants a post is then told by the lists of each
 * alone: what one knows of a word says nothing to another. Packed lists are kept in the device's own database, in that of no community.
 */
export function compileAllLists(registry: Registry, nowMs: () => number, version: string): (sources: readonly Source[]) => Promise<string> {
  let known: { readonly ids: string; readonly packer: () => Promise<string> } | null = null;
  return (sources) => {
    const ids = sources.map(({ id }) => id).join();
    if (known?.ids !== ids) known = { ids, packer: createPacker(depsOf(registry, sources, nowMs, version), packedToText) };
    return known.packer();
  };
}

function depsOf(registry: Registry, sources: readonly Source[], nowMs: () => number, version: string): CompilerDeps {
  return {
    nowMs,
    version,
    state: async () => JSON.stringify(await Promise.all(sources.map(async ({ id, store }) => [id, await listsState(store)]))),
    async read() {
      const read = await Promise.all(sources.map(({ store }) => readLists(store)));
      const state = JSON.stringify(read.map((each, at) => [sources[at]?.id, each.state]));
      return { state, lists: read.flatMap(({ lists }) => lists) };
    },
    load: () => getFact(registry, "packed"),
    save: (kept) => setFact(registry, "packed", kept),
  };
}
