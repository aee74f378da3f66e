import pack from "../../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../../schema/pack.ts";
import type { SiteProfile } from "../profile.ts";
import { readStatusLink, statusAddress } from "./ids.ts";

/** By itself, so that the content script carries nothing else of this file. */
export const watchedX = ["https://x.com/*", "https://twitter.com/*"];

export const x: SiteProfile = {
  name: "X",
  watched: watchedX,
  pack: pack as Pack,
  id: /^\d{1,20}$/,
  links: {
    host: /^((www|mobile|m)\.)?(x|twitter)\.com$/,
    post: /\/status(es)?\/\w+/,
    short: /^t\.co\//,
    read({ pathname }) {
      const status = readStatusLink(pathname);
      if (!status) return null;
      return { site: "x", postId: status.id, pageId: status.id, url: statusAddress(status), handle: status.handle };
    },
  },
  placing: "insert",
  amend: "delete",
  reply: { limit: 280, unit: "weight" },
};
