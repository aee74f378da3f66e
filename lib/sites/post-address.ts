import facebookPack from "../../assets/packs/facebook.json" with { type: "json" };
import pinterestPack from "../../assets/packs/pinterest.json" with { type: "json" };
import redditPack from "../../assets/packs/reddit.json" with { type: "json" };
import xPack from "../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../schema/pack.ts";
import type { SiteId } from "../schema/post.ts";
import { readPostLink } from "./facebook/links.ts";
import { publicPage } from "./page-address.ts";
import { isHost } from "./private.ts";
import { addressOf, readStatusLink } from "./x/ids.ts";

/** The post that an address leads to. */
export interface PostAddress {
  readonly site: SiteId;
  /** As the site's adapter reads it from a page. */
  readonly postId: string;
  /** The post that the page is about: the same, or the one that a comment stands below. */
  readonly pageId: string;
  /** The same on every device, however the link was copied. */
  readonly url: string;
  /** Whose post it is; null when the address does not say. */
  readonly handle: string | null;
}

const readers: readonly (readonly [Pack, (url: URL) => PostAddress | null])[] = [
  [xPack as Pack, readX],
  [facebookPack as Pack, readFacebook],
  [pinterestPack as Pack, readPinterest],
  [redditPack as Pack, readReddit],
];

/** Reads an absolute address of a post or comment on a site that we know; null for any other. */
export function postAddress(url: string | null): PostAddress | null {
  const parsed = publicPage(url);
  if (parsed === null) return null;
  const [, read] = readers.find(([{ hosts }]) => hosts.some((host) => isHost(host, parsed.hostname))) ?? [];
  return read?.(parsed) ?? null;
}

function readX({ pathname }: URL): PostAddress | null {
  const status = readStatusLink(pathname);
  if (!status) return null;
  const handle = status.handle === "i/web" ? null : status.handle;
  return { site: "x", postId: status.id, pageId: status.id, url: addressOf(status), handle };
}

function readFacebook({ href }: URL): PostAddress | null {
  const link = readPostLink(href);
  return link && { site: "facebook", postId: link.id, pageId: link.postId, url: link.url, handle: null };
}

function readPinterest({ pathname }: URL): PostAddress | null {
  const id = /^\/pin\/(?:[^/]*--)?(\d+)(?:\/|$)/.exec(pathname)?.[1];
  return id ? { site: "pinterest", postId: id, pageId: id, url: `https://www.pinterest.com/pin/${id}/`, handle: null } : null;
}

/** A link's id is the end of the site's own: `t3_` stands before a post's, `t1_` before a comment's. */
function readReddit({ pathname }: URL): PostAddress | null {
  const [, talk, post, , comment] = /^(?:\/r\/\w+)?(\/comments\/(\w+))(\/[^/]*)?(?:\/(\w+))?/.exec(pathname) ?? [];
  if (!talk || !post) return null;
  const url = `https://www.reddit.com${talk}/${comment ? `comment/${comment}/` : ""}`;
  return { site: "reddit", postId: comment ? `t1_${comment}` : `t3_${post}`, pageId: `t3_${post}`, url, handle: null };
}
