import facebook from "../../assets/packs/facebook.json" with { type: "json" };
import x from "../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../../lib/schema/pack.ts";
import type { SiteId } from "../../lib/schema/post.ts";

/** The selector packs of the sites that have a watcher. */
export const packs: { readonly [S in SiteId]?: Pack } = { x: x as Pack, facebook: facebook as Pack };
