import * as v from "valibot";
import { SiteId } from "./post.ts";

/** What the person wants of a site: posts read and marked; read, and nothing shown on its pages; or nothing read. */
export const siteUses = ["on", "unmarked", "off"] as const;
export const SiteUse = v.picklist(siteUses);
export type SiteUse = v.InferOutput<typeof SiteUse>;

/** A site whose pages are read, and what is wanted of it; `isHere`: the tab in front shows it. */
export const UsedSite = v.object({ site: SiteId, use: SiteUse, isHere: v.boolean() });
export type UsedSite = v.InferOutput<typeof UsedSite>;
