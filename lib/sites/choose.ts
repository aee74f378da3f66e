import facebookPack from "../../assets/packs/facebook.json" with { type: "json" };
import xPack from "../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../schema/pack.ts";
import type { SiteAdapter } from "./adapter.ts";
import { createFacebook } from "./facebook/adapter.ts";
import { createX } from "./x/adapter.ts";

type CreateAdapter = (page: Document, pack: Pack) => SiteAdapter;

const sites: readonly (readonly [Pack, CreateAdapter])[] = [
  [xPack as Pack, createX],
  [facebookPack as Pack, createFacebook],
];

const siteAt = (url: string): (typeof sites)[number] | undefined =>
  sites.find(([pack]) => URL.canParse(url) && pack.hosts.includes(new URL(url).hostname));

/** True for addresses on which nothing is ever read: messages, settings, signing in, and every other site. */
export function isPrivate(url: string): boolean {
  const [pack] = siteAt(url) ?? [];
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  return !pack || pack.privatePaths.some((each) => path === each || path.startsWith(`${each}/`));
}

/** The adapter of the site at `url`, whatever the path: a page may go to another without being loaded anew. */
export function adapterOf(url: string, page: Document): SiteAdapter | null {
  const [pack, create] = siteAt(url) ?? [];
  return pack && create ? create(page, pack) : null;
}

/** The adapter that reads `page` at the address `url`; null for other sites and for private pages such as messages. */
export function chooseAdapter(url: string, page: Document): SiteAdapter | null {
  return isPrivate(url) ? null : adapterOf(url, page);
}
