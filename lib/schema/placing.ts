import type { SiteId } from "./post.ts";

/** How a reply gets onto a site: into its own reply box, which the card does on the post's page, or by the member's own copying. */
export const placing: Readonly<Record<SiteId, "insert" | "copy">> = {
  x: "insert",
  facebook: "insert",
  pinterest: "copy",
  mastodon: "copy",
  reddit: "copy",
  other: "copy",
};
