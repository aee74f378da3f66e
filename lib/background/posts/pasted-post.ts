import { FanswerError } from "../../schema/errors.ts";
import type { MessageArgs } from "../../schema/messages.ts";
import type { Post } from "../../schema/post.ts";
import { pageId, publicPage } from "../../sites/page-address.ts";
import { isShortLink, postAddress } from "../../sites/post-address.ts";

/**
 * A post that a member pasted: on a site that we know the one that its page shows, else one by its address. Throws `malformed` for what is no link
 * to a page of the public web, `short_link` for one that does not say to which post it leads.
 */
export async function pastedPost({ link, text, author }: MessageArgs<"post.add">): Promise<Post> {
  // Whoever typed the address without TLS means the page with it.
  const url = publicPage(link.replace(/^http:/i, "https:"));
  if (url === null) throw new FanswerError("malformed", "link");
  const address = `https://${url.hostname}${url.pathname}${url.search}`;
  const known = postAddress(address);
  // Kept by its own address it would be a second mention of a post that is known by its number.
  if (known === null && isShortLink(url)) throw new FanswerError("short_link");
  return {
    site: known?.site ?? "other",
    id: known?.postId ?? (await pageId(url)),
    permalink: known?.url ?? address,
    author: { handle: known?.handle ?? null, name: author === "" ? null : author, verified: null },
    text,
    partial: false,
    lang: null,
    postedAt: null,
    isReply: null,
    quoted: null,
    counts: { replies: null, reposts: null, likes: null, views: null },
    protected: null,
    promoted: null,
  };
}
