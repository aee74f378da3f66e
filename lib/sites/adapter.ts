import type { Post, SiteId } from "../schema/post.ts";

/** A post on the page: where it is and what it says. */
export interface FoundPost {
  readonly node: Element;
  readonly post: Post;
}

/** A reply that was posted. */
export interface PostedReply {
  /** Its permalink; null when the page shows none. */
  readonly url: string | null;
  readonly text: string;
}

/** A published post or comment of the member's own, as the page shows it; without words where it is a site's notice. */
export interface SeenReply extends PostedReply {
  /** The page shows that it answers the post in question; false where it shows nothing, or another post. */
  readonly answers: boolean;
  /** ISO 8601; left out where the site does not tell. */
  readonly postedAt?: string | null;
}

/** What the watcher needs of a site. Pure: it only looks. */
export interface SiteReader {
  readonly site: SiteId;
  /** Post nodes at or below `root`, in page order, quotes and placeholders left out. */
  findPosts(root: ParentNode): Element[];
  /** The post that the element stands in, comments below it included; null when it stands in none that is marked. */
  around(element: Element): Element | null;
  /**
   * All words that `readPost` could find in the node, and perhaps more (a quote's), at little cost: most posts need no closer reading. Null when only
   * that can tell.
   */
  gist(node: Element): string | null;
  /** What the node says; null when it is no readable post (no text, direct message, input). */
  readPost(node: Element): Post | null;
  /** By name, what a post must show and this node does not; empty for a readable post and for one without words. */
  missing(node: Element): string[];
  /** The element beside which the badge stands (the post's time, else its author); null when none is found. */
  anchor(node: Element): Element | null;
  /** Handle of the person who is signed in to the site; null when the page does not say. */
  me(): string | null;
}

/**
 * One site behind one interface; everything after the chooser is ignorant of the site.
 * Pure but for `openComposer`, which a person's click must have caused.
 */
export interface SiteAdapter extends SiteReader {
  /** Opens (or finds open) the box whose words would answer this very post. Rejects with `composer_not_found`. */
  openComposer(node: Element, signal: AbortSignal): Promise<HTMLElement>;
  /** The open box whose words would answer this post, wherever the page shows it; null while there is none. */
  replyBox(post: Post): Element | null;
  /** Selector that an editor of this site matches, for the insertion's check. */
  readonly editorSelector: string;
  /**
   * What is provably published and by `me`: with an id, not an optimistic node, or named by the site's own notice. The
   * caller compares with what was seen before.
   */
  ownReplies(post: Post): SeenReply[];
}
