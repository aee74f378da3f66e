import facebookPack from "../../assets/packs/facebook.json" with { type: "json" };
import xPack from "../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../schema/pack.ts";
import type { SiteId } from "../schema/post.ts";
import { readPostLink } from "./facebook/links.ts";
import { isAtSite } from "./private.ts";
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
}

const readers: readonly (readonly [Pack, (url: string) => PostAddress | null])[] = [
  [xPack as Pack, readX],
  [facebookPack as Pack, readFacebook],
];

/** Reads an absolute address of a post or comment; null for any other. */
export function postAddress(url: string | null): PostAddress | null {
  const [, read] = readers.find(([pack]) => url !== null && isAtSite(pack, url)) ?? [];
  return (url !== null && read?.(url)) || null;
}

function readX(url: string): PostAddress | null {
  const status = readStatusLink(new URL(url).pathname);
  return status && { site: "x", postId: status.id, pageId: status.id, url: addressOf(status) };
}

function readFacebook(url: string): PostAddress | null {
  const link = readPostLink(url);
  return link && { site: "facebook", postId: link.id, pageId: link.postId, url: link.url };
}
