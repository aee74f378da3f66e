import pack from "../../../assets/packs/mastodon.json" with { type: "json" };
import type { Pack } from "../../schema/pack.ts";
import type { SiteProfile } from "../profile.ts";

/** It has no address of its own: its pages say what they are. */
export const mastodon: SiteProfile = {
  name: "Mastodon",
  watched: [],
  pack: pack as Pack,
  id: /^\w+$/,
  links: { host: /./, post: /\/\w+$/ },
  placing: "copy",
  amend: "edit",
  reply: { limit: 500, unit: "code point" },
};
