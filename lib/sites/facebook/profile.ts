import pack from "../../../assets/packs/facebook.json" with { type: "json" };
import type { Pack } from "../../schema/pack.ts";
import type { SiteProfile } from "../profile.ts";
import { readPostLink } from "./links.ts";

/** By itself, so that the content script carries nothing else of this file. */
export const watchedFacebook = ["www.", "web.", ""].map((door) => `https://${door}facebook.com/*`);

export const facebook: SiteProfile = {
  name: "Facebook",
  watched: watchedFacebook,
  pack: pack as Pack,
  id: /^(\d+|pfbid\w+)$/,
  links: {
    // `l.` and `lm.` lead to wherever their address says.
    host: /^(?!lm?\.)([\w-]+\.)?facebook\.com$/,
    post: /\d{5,}|pfbid\w+|^\/share\/(\w\/)?\w+/,
    short: /^(fb\.watch\/|(\w+\.)?facebook\.com\/share\/|fb\.me\/)/,
    read({ href }) {
      const link = readPostLink(href);
      return link && { site: "facebook", postId: link.id, pageId: link.postId, url: link.url, handle: null };
    },
  },
  placing: "insert",
  amend: "edit",
  reply: { limit: 8000, unit: "code point" },
};
