import * as v from "valibot";
import { SiteId } from "./post.ts";

/** What an adapter looks for on a page, in a post, or around it. */
const signals = [
  "post",
  "comment",
  "never",
  "single",
  "quote",
  "foreign",
  "author",
  "commentAuthor",
  "verified",
  "protected",
  "promoted",
  "text",
  "translated",
  "looseText",
  "more",
  "menu",
  "media",
  "permalink",
  "time",
  "reply",
  "postReply",
  "commentReply",
  "comments",
  "reposts",
  "likes",
  "bookmarks",
  "views",
  "me",
  "editor",
  "toast",
  "page",
  "id",
  "handle",
  "name",
  "title",
] as const;
export type Signal = (typeof signals)[number];

const Selector = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** Selectors in the order of trust, and where they are known to hold. */
export const SelectorGroup = v.object({
  find: v.pipe(v.array(Selector), v.minLength(1), v.maxLength(20)),
  /** Attributes that hold the value, the first that is set; the element's text when left out. */
  attributes: v.optional(v.array(v.pipe(v.string(), v.regex(/^[\w-]+$/)))),
  /** A page of tests/fixtures/pages, and how many nodes the selectors find there altogether. */
  proof: v.object({ page: v.pipe(v.string(), v.regex(/^[\w-]+\.html$/)), nodes: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
});
export type SelectorGroup = v.InferOutput<typeof SelectorGroup>;

/** Where a site keeps things, as data: no logic, so that a redesign is mended without a release. */
export const Pack = v.object({
  site: SiteId,
  /** Rises with every change. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  hosts: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Beginnings of paths on which nothing is ever read. */
  privatePaths: v.array(v.pipe(v.string(), v.startsWith("/"))),
  selectors: v.record(v.picklist(signals), SelectorGroup),
});
/** Written out, because a content script imports the type and never the validator. */
export interface Pack extends Omit<v.InferOutput<typeof Pack>, "selectors"> {
  readonly selectors: { readonly [S in Signal]?: SelectorGroup };
}
