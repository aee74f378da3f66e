import { keptTexts } from "../schema/limits.ts";
import type { Store } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

/** What a member wrote for a post. It stays on this device, also when the post has gone, until it is posted or thrown away. */
export interface KeptText {
  readonly mentionId: string;
  readonly text: string;
  /** When it was last typed, epoch ms in the server's time. */
  readonly atMs: number;
}

/** Keeps what a member wrote for a post, in place of what they wrote before; an empty text forgets it, and the oldest goes when there are too many. */
export async function keepText(store: Store, kept: KeptText): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    const others = ((await getMeta(store, "kept")) ?? []).filter(({ mentionId }) => mentionId !== kept.mentionId);
    await setMeta(store, "kept", (kept.text.trim() === "" ? others : [...others, kept]).slice(-keptTexts));
  });
}

/** Forgets it, and what of it the server refused. */
export async function dropText(store: Store, mentionId: string): Promise<void> {
  await store.transaction("rw", store.meta, store.outbox, async () => {
    await keepText(store, { mentionId, text: "", atMs: 0 });
    const refused = store.outbox.where("mentionId").equals(mentionId);
    await refused.filter((row) => row.name === "draft.save" && row.refused !== null).delete();
  });
}

/** What was kept, the latest first. */
export async function readKept(store: Store): Promise<readonly KeptText[]> {
  return ((await getMeta(store, "kept")) ?? []).toReversed();
}
