import { FanswerError } from "../../lib/schema/errors.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import type { Post } from "../../lib/schema/post.ts";
import { webAddress } from "../../lib/schema/web-address.ts";
import { postAddress } from "../../lib/sites/post-address.ts";

/** What follows a reader around and is no part of an address. */
const tracking = /^(utm_\w+|fbclid|gclid|igsh|igshid|mc_[ce]id|ref_src|trk|trackingId|rcm)$/i;

/** The same words for however a link was copied. */
function plain({ hostname, pathname, searchParams }: URL): URL {
  const address = new URL(`https://${hostname.replace(/^(www|m|mobile)\./, "")}${pathname.replace(/\/+$/, "")}`);
  const kept = [...searchParams].filter(([name]) => !tracking.test(name)).sort();
  for (const [name, value] of kept) address.searchParams.append(name, value);
  return address;
}

/** Half of an address's SHA-256: an id of the same length for any page. */
async function idOf(address: URL): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(address.href));
  return [...new Uint8Array(hash, 0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A post that a member pasted: on a site that we know the one that its page shows, else one by its address. Throws `malformed` for what is no link
 * to a page of the web.
 */
export async function pastedPost({ link, text, author }: MessageArgs<"post.add">): Promise<Post> {
  const url = webAddress(link);
  if (!url?.hostname.includes(".")) throw new FanswerError("malformed", "link");
  const typed = plain(url);
  const address = `https://${url.host}${url.pathname}${url.search}`;
  const known = postAddress(address);
  return {
    site: known?.site ?? "other",
    id: known?.postId ?? (await idOf(typed)),
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
