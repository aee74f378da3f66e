import pack from "../../../assets/packs/pinterest.json" with { type: "json" };
import type { Pack } from "../../schema/pack.ts";
import type { SiteProfile } from "../profile.ts";

export const pinterest: SiteProfile = {
  name: "Pinterest",
  watched: [],
  pack: pack as Pack,
  id: /^\d+$/,
  links: {
    host: /^([\w-]+\.)?pinterest\.(com|info|[a-z]{2}|com?\.[a-z]{2})$/,
    post: /^\/pin\/[\w-]+/,
    read({ pathname }) {
      const id = /^\/pin\/(?:[^/]*--)?(\d+)(?:\/|$)/.exec(pathname)?.[1];
      return id ? { site: "pinterest", postId: id, pageId: id, url: `https://www.pinterest.com/pin/${id}/`, handle: null } : null;
    },
  },
  placing: "copy",
  amend: "edit",
  reply: { limit: 500, unit: "code point" },
};
