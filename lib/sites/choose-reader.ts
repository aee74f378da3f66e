import type { SiteReader } from "./adapter.ts";
import { chooseAdapter } from "./choose.ts";
import { createPlainReader } from "./plain/reader.ts";
import { isHost } from "./private.ts";
import { profiles } from "./profiles.ts";

/** Packs of the sites that are only read; members copy their replies there by hand. */
const plainPacks = Object.values(profiles).flatMap(({ pack, watched }) => (pack && watched.length === 0 ? [pack] : []));

/** Whoever reads `page` at the address `url`; null for sites that Fanswer does not know and for private pages. */
export function chooseReader(url: string, page: Document): SiteReader | null {
  const adapter = chooseAdapter(url, page);
  if (adapter || !URL.canParse(url)) return adapter;
  const { hostname, pathname } = new URL(url);
  const pack = plainPacks.find(
    ({ hosts, selectors }) =>
      hosts.some((host) => isHost(host, hostname)) && (!selectors.page || page.querySelector(selectors.page.find.join()) !== null),
  );
  const isPrivate = pack?.privatePaths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  return pack && !isPrivate ? createPlainReader(page, pack) : null;
}
