import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { Timestamp } from "./timestamp.ts";

export { maxExcerpt, maxPostText } from "./limits.ts";
export { Timestamp } from "./timestamp.ts";

/** `other`: a page of any site, added by hand. */
export const siteIds = ["x", "facebook", "pinterest", "mastodon", "reddit", "other"] as const;
export const SiteId = v.picklist(siteIds);
/** Sites that Fanswer knows by name, where people have accounts. */
export const namedSites = siteIds.filter((site) => site !== "other");
export type NamedSite = (typeof namedSites)[number];
export type SiteId = v.InferOutput<typeof SiteId>;

const Count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted)));
const shortText = v.pipe(v.string(), v.maxLength(200));

export const Author = v.object({
  handle: v.nullable(shortText),
  name: v.nullable(shortText),
  verified: v.nullable(v.boolean()),
});

/** A post as an adapter read it from a page. `null` stands wherever the page does not say. */
export const Post = v.object({
  site: SiteId,
  /** The site's own id of the post. */
  id: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  permalink: v.nullable(v.pipe(v.string(), v.maxLength(2000), v.url(), v.startsWith("https://"))),
  author: Author,
  /** Text with emoji and links restored; the watcher cuts it at `maxPostText` characters. */
  text: v.string(),
  /** The site shows only the beginning ("Show more"). */
  partial: v.boolean(),
  /** BCP-47, as the site declares it. */
  lang: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  /** The words are the site's translation, not the author's: nothing of such a post is shared. */
  translated: v.optional(v.boolean()),
  postedAt: v.nullable(Timestamp),
  isReply: v.nullable(v.boolean()),
  quoted: v.nullable(v.object({ author: Author, text: v.string() })),
  counts: v.object({ replies: Count, reposts: Count, likes: Count, views: Count }),
  protected: v.nullable(v.boolean()),
  promoted: v.nullable(v.boolean()),
});
export type Post = v.InferOutput<typeof Post>;
