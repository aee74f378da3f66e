import { keptTexts, keptWords } from "../schema/limits.ts";
import type { KeptFor, Mention } from "../schema/mention.ts";
import type { Store } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

/** What a member wrote for a post. It stays on this device, also when the post has gone, until it is posted or thrown away. */
export interface KeptText {
  readonly mentionId: string;
  readonly text: string;
  /** When it was last typed, epoch ms in the server's time. */
  readonly atMs: number;
  /** Which post it was; null, or not there, when this device never held it. */
  readonly post?: KeptFor | null | undefined;
}

/** Which post a text was written for: no more of it than its member knows it by. */
export const keptFor = ({ author, excerpt }: Pick<Mention, "author" | "excerpt">): KeptFor => ({
  author,
  words: [...excerpt].slice(0, keptWords).join(""),
});

/** Keeps what a member wrote for a post, in place of what they wrote before; which post it was stays known when it is not said again. An empty text forgets it, and the oldest goes when there are too many. */
export async function keepText(store: Store, kept: KeptText): Promise<void> {
  await store.transaction("rw", store.meta, async () => {
    const all = (await getMeta(store, "kept")) ?? [];
    const others = all.filter(({ mentionId }) => mentionId !== kept.mentionId);
    const post = kept.post ?? all.find(({ mentionId }) => mentionId === kept.mentionId)?.post;
    await setMeta(store, "kept", (kept.text.trim() === "" ? others : [...others, { ...kept, post }]).slice(-keptTexts));
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
