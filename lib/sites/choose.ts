import type { Pack } from "../schema/pack.ts";
import type { SiteAdapter } from "./adapter.ts";
import { createFacebook } from "./facebook/adapter.ts";
import { facebook } from "./facebook/profile.ts";
import { isAtSite, isPrivateFor } from "./private.ts";
import { createX } from "./x/adapter.ts";
import { x } from "./x/profile.ts";

/** Who reads and fills the pages of the sites that have a watcher. */
const sites: readonly { readonly pack: Pack | null; readonly create: (page: Document, pack: Pack) => SiteAdapter }[] = [
  { ...x, create: createX },
  { ...facebook, create: createFacebook },
];

/** True for addresses on which nothing is ever read. */
export function isPrivate(url: string): boolean {
  return sites.every(({ pack }) => pack === null || isPrivateFor(pack, url));
}

/** The adapter of the site at `url`, whatever the path: a page may go to another without being loaded anew. */
export function adapterOf(url: string, page: Document): SiteAdapter | null {
  for (const { pack, create } of sites) if (pack && isAtSite(pack, url)) return create(page, pack);
  return null;
}

/** The adapter that reads `page` at the address `url`; null for other sites and for private pages such as messages. */
export function chooseAdapter(url: string, page: Document): SiteAdapter | null {
  return isPrivate(url) ? null : adapterOf(url, page);
}
