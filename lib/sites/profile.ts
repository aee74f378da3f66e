import type { Pack } from "../schema/pack.ts";
import type { SiteId } from "../schema/post.ts";

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

/** What a site's own links look like. */
interface SiteLinks {
  readonly host: RegExp;
  /** A link to a post or comment, by its path and query. */
  readonly post: RegExp;
  /** Links that lead to a post without saying to which: only the page that they open tells. By host and path. */
  readonly short?: RegExp;
  /** Reads the address of a post or comment, whose host is the pack's; null for any other. Left out where an address does not tell. */
  readonly read?: (url: URL) => PostAddress | null;
}

/** How a site lets an author put right what stands there. */
export type Amend = "edit" | "delete" | "unknown";

/** Everything that Fanswer knows of one site, but how to read its pages. */
export interface SiteProfile {
  /** As other systems are told; the interface has its own words. */
  readonly name: string;
  /** Addresses, as a manifest writes them, on which a content script of ours runs; none where a site is only added by hand. */
  readonly watched: readonly string[];
  /** Hosts, private paths and selectors; null where nothing is read. */
  readonly pack: Pack | null;
  /** The ids that it gives to posts and comments. */
  readonly id: RegExp;
  /** Null where a post is known by its page's address alone. */
  readonly links: SiteLinks | null;
  /** How a reply gets there: into its own reply box, which the card does on the post's page, or by the member's own copying. */
  readonly placing: "insert" | "copy";
  /** How its author puts right what stands there: edits it; can only delete it and answer anew; or nobody knows. */
  readonly amend: Amend;
  /** The longest reply that it takes, in code points, or as X weighs characters and links. */
  readonly reply: { readonly limit: number; readonly unit: "code point" | "weight" };
}
