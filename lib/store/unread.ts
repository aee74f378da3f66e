import type { Store } from "./database.ts";
import { deleteMeta, getMeta, setMeta } from "./meta.ts";

/** What came from the server and this version of the extension could not read. */
export interface Unread {
  /** Version of the extension. */
  readonly version: string;
  readonly count: number;
  /** Where, each once: the kind of thing and the field, never its content. */
  readonly places: readonly string[];
  /** When the first of it came, epoch ms of this device. */
  readonly sinceMs: number;
}

const mostPlaces = 20;
/** After so long everything is asked for again, in case the server was mended. */
const againMs = 24 * 3_600_000;

/** Counts what was set aside. Within a transaction over the meta table. */
export async function noteUnread(store: Store, places: readonly string[], version: string, nowMs: number): Promise<void> {
  if (places.length === 0) return;
  const known = await getMeta(store, "unread");
  await setMeta(store, "unread", {
    version,
    count: (known?.count ?? 0) + places.length,
    places: [...new Set([...(known?.places ?? []), ...places])].slice(0, mostPlaces),
    sinceMs: known?.sinceMs ?? nowMs,
  });
}

/** Has everything pulled anew when another version of the extension may read what a former one set aside, and once a day. The mirror stays meanwhile. */
export async function askUnreadAgain(store: Store, version: string, nowMs: number): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    const unread = await getMeta(store, "unread");
    if (!unread || (unread.version === version && nowMs - unread.sinceMs < againMs)) return;
    await Promise.all([deleteMeta(store, "unread"), deleteMeta(store, "cursor")]);
  });
}
