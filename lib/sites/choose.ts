import facebookPack from "../../assets/packs/facebook.json" with { type: "json" };
import xPack from "../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../schema/pack.ts";
import type { SiteAdapter } from "./adapter.ts";
import { createFacebook } from "./facebook/adapter.ts";
import { isAtSite, isPrivateFor } from "./private.ts";
import { createX } from "./x/adapter.ts";

const sites: readonly (readonly [Pack, (page: Document, pack: Pack) => SiteAdapter])[] = [
  [xPack as Pack, createX],
  [facebookPack as Pack, createFacebook],
];

/** True for addresses on which nothing is ever read. */
export function isPrivate(url: string): boolean {
  return sites.every(([pack]) => isPrivateFor(pack, url));
}

/** The adapter of the site at `url`, whatever the path: a page may go to another without being loaded anew. */
export function adapterOf(url: string, page: Document): SiteAdapter | null {
  const [pack, create] = sites.find(([each]) => isAtSite(each, url)) ?? [];
  return pack && create ? create(page, pack) : null;
}

/** The adapter that reads `page` at the address `url`; null for other sites and for private pages such as messages. */
export function chooseAdapter(url: string, page: Document): SiteAdapter | null {
  return isPrivate(url) ? null : adapterOf(url, page);
}
