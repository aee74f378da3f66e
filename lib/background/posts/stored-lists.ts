import { listsState, readLists, type Store } from "../../store/database.ts";
import { getMeta, setMeta } from "../../store/meta.ts";
import { type CompiledLists, createListCompiler } from "./compiled-lists.ts";

/** The lists of this device's store, made ready; `version` is that of the code that packs. */
export function compileStoredLists(store: Store, nowMs: () => number, version: string): () => Promise<CompiledLists> {
  return createListCompiler({
    nowMs,
    version,
    state: () => listsState(store),
    read: () => readLists(store),
    load: () => getMeta(store, "packed"),
    // A member who left the workspace while its lists were packed leaves none of them behind.
    save: async (kept) =>
      store.transaction("rw", store.meta, async () => {
        if (await getMeta(store, "account")) await setMeta(store, "packed", kept);
      }),
  });
}
