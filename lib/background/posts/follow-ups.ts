import browser from "webextension-polyfill";
import type { Caller } from "../../messaging/caller.ts";
import { tellTab } from "../../messaging/tabs.ts";
import type { Mention } from "../../schema/mention.ts";
import type { BadgeState } from "../../schema/messages.ts";
import type { Post } from "../../schema/post.ts";
import { postAddress } from "../../sites/post-address.ts";
import { getMeta } from "../../store/meta.ts";
import { viewMention } from "../../store/views.ts";
import type { WorkerContext } from "../context.ts";
import { knownMention } from "../known-mention.ts";

/** Which talk a page shows: the id of the post that it is about; null for a page that is about none. */
const pageOf = (url: string | null | undefined) => postAddress(url ?? null)?.pageId ?? null;

/**
 * Has the tab watched for what the author writes next, when it shows the talk around an answered post. Not for members who are asked each time
 * before a post is shared.
 */
export async function watchTalk(context: WorkerContext, { mentionId, state }: BadgeState, { tabId, url }: Caller): Promise<void> {
  const { store } = context;
  const page = pageOf(url);
  if (tabId === null || page === null || (await getMeta(store, "consent"))?.sharing !== "all") return;
  const mention = await (state === "answered" ? knownMention(context, mentionId) : viewMention(store, mentionId));
  if (!mention?.reply?.url || ![pageOf(mention.permalink), pageOf(mention.reply.url)].includes(page)) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ["/thread.js"] });
  await tellTab(tabId, "thread.watch", { community: context.community, mentionId, postId: mention.postId });
}

/** True for a later post by the mention's author that stands below the reply to it. What the page claims is compared with what this device knows. */
export function isFollowUp({ site, postId, author, reply }: Mention, post: Post, below: string): boolean {
  const ours = postAddress(reply?.url ?? null);
  const isAuthors = author.handle !== null && post.author.handle === author.handle;
  if (!ours || !isAuthors || post.site !== site || post.id === null || post.id === postId || post.protected) return false;
  // Facebook's links name the comment that a reply stands below.
  return below === ours.postId || URL.parse(post.permalink ?? "")?.searchParams.get("comment_id") === ours.postId;
}
