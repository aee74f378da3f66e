import pack from "../../../assets/packs/reddit.json" with { type: "json" };
import type { Pack } from "../../schema/pack.ts";
import type { SiteProfile } from "../profile.ts";

export const reddit: SiteProfile = {
  name: "Reddit",
  watched: [],
  pack: pack as Pack,
  id: /^t[13]_\w+$/,
  links: {
    host: /^((www|old|new|sh|np)\.)?reddit\.com$/,
    post: /\/comments\/\w+|\/s\/\w+/,
    // A link's id is the end of the site's own: `t3_` stands before a post's, `t1_` before a comment's.
    read({ pathname }) {
      const [, talk, post, , comment] = /^(?:\/r\/\w+)?(\/comments\/(\w+))(\/[^/]*)?(?:\/(\w+))?/.exec(pathname) ?? [];
      if (!talk || !post) return null;
      const url = `https://www.reddit.com${talk}/${comment ? `comment/${comment}/` : ""}`;
      return { site: "reddit", postId: comment ? `t1_${comment}` : `t3_${post}`, pageId: `t3_${post}`, url, handle: null };
    },
  },
  placing: "copy",
  amend: "edit",
  reply: { limit: 10_000, unit: "code point" },
};
