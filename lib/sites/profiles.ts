import type { SiteId } from "../schema/post.ts";
import { facebook } from "./facebook/profile.ts";
import { mastodon } from "./plain/mastodon.ts";
import { other } from "./plain/other.ts";
import { pinterest } from "./plain/pinterest.ts";
import { reddit } from "./plain/reddit.ts";
import type { SiteProfile } from "./profile.ts";
import { x } from "./x/profile.ts";

/** All that is known of every site; what stands anywhere else about one is derived from here. */
export const profiles: Readonly<Record<SiteId, SiteProfile>> = { x, facebook, pinterest, mastodon, reddit, other };
