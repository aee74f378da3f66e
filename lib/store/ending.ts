import type { ErrorCode } from "../schema/errors.ts";
import { keptTexts } from "../schema/limits.ts";
import type { Store } from "./database.ts";
import { type KeptText, keptFor } from "./kept.ts";
import { type Account, forgetEverything, getMeta, type Meta, setMeta } from "./meta.ts";

/** True for the codes after which this device's account is over. A token that the server does not know may be known again tomorrow. */
export function isEnd(code: ErrorCode): code is Meta["ended"]["code"] {
  return code === "signed_out" || code === "member_removed";
}

/** What the member wrote and nobody published: what waits to be sent, and the drafts that the posts hold. */
async function unsentTexts({ mentions, outbox }: Store, { member }: Account, nowMs: number): Promise<KeptText[]> {
  const waiting = (await outbox.orderBy("seq").toArray()).flatMap(({ name, mentionId, args }): KeptText[] => {
    const { text } = args as { readonly text?: unknown };
    const isDraft = name === "draft.save" || name === "review.request";
    return isDraft && mentionId !== null && typeof text === "string" ? [{ mentionId, text, atMs: nowMs }] : [];
  });
  const drafts = (await mentions.toArray()).flatMap(({ id, draft }): KeptText[] => {
    const isOwn = draft?.author.id === member.id && draft.status !== "posted";
    return isOwn ? [{ mentionId: id, text: draft.text, atMs: Date.parse(draft.updatedAt) }] : [];
  });
  const posts = new Map((await mentions.toArray()).map((mention) => [mention.id, keptFor(mention)]));
  return [...drafts, ...waiting].map((text) => ({ ...text, post: posts.get(text.mentionId) ?? null }));
}

/**
 * The server ended the account of this `token`: all that was mirrored goes, and why stays. What the member wrote and nobody published stays here, where they
 * can copy it. False when this device has another account by now.
 */
export async function endAccount(store: Store, token: string, code: Meta["ended"]["code"], nowMs: number): Promise<boolean> {
  return store.transaction("rw", store.tables, async () => {
    const account = await getMeta(store, "account");
    if (account?.token !== token) return false;
    const [kept = [], consent, languages] = await Promise.all([
      getMeta(store, "kept"),
      getMeta(store, "consent"),
      getMeta(store, "languages"),
    ]);
    // The latest of each post: what was kept before is older than what waits.
    const texts = new Map([...kept, ...(await unsentTexts(store, account, nowMs))].map((text) => [text.mentionId, text]));
    await forgetEverything(store);
    await setMeta(store, "kept", [...texts.values()].filter(({ text }) => text.trim() !== "").slice(-keptTexts));
    await setMeta(store, "ended", { code, workspace: account.workspace.name });
    if (consent) await setMeta(store, "consent", consent);
    if (languages) await setMeta(store, "languages", languages);
    return true;
  });
}
