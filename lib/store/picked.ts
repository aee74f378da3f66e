import { keptTexts } from "../schema/limits.ts";
import type { Store } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

/** An answer on record that a member looked up and put into their draft for a post. */
export interface Picked {
  readonly mentionId: string;
  readonly source: string;
}

/** Remembers that it was put into the draft, on this device alone: what is posted may have begun as it. The oldest go when there are too many. */
export async function keepPicked(store: Store, picked: Picked): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    const others = ((await getMeta(store, "picked")) ?? []).filter(
      ({ mentionId, source }) => mentionId !== picked.mentionId || source !== picked.source,
    );
    await setMeta(store, "picked", [...others, picked].slice(-keptTexts));
  });
}

/** What was put into the draft for a post. */
export async function pickedFor(store: Store, mentionId: string): Promise<readonly string[]> {
  const all = (await getMeta(store, "picked")) ?? [];
  return all.filter((each) => each.mentionId === mentionId).map(({ source }) => source);
}
