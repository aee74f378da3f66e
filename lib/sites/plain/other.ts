import type { SiteProfile } from "../profile.ts";

/** A page of any site that nobody knows; its id is made of its address, see `pageId`. */
export const other: SiteProfile = {
  name: "another site",
  watched: [],
  pack: null,
  id: /^[0-9a-f]{32}$/,
  links: null,
  placing: "copy",
  amend: "unknown",
  reply: { limit: 10_000, unit: "code point" },
};
