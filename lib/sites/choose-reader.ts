import mastodonPack from "../../assets/packs/mastodon.json" with { type: "json" };
import pinterestPack from "../../assets/packs/pinterest.json" with { type: "json" };
import redditPack from "../../assets/packs/reddit.json" with { type: "json" };
import type { Pack } from "../schema/pack.ts";
import type { SiteReader } from "./adapter.ts";
import { chooseAdapter } from "./choose.ts";
import { createPlainReader } from "./plain/reader.ts";
import { isHost } from "./private.ts";

/** Sites that are read and never written. Mastodon has no address of its own: its pages say what they are. */
const plainPacks: readonly Pack[] = [redditPack, pinterestPack, mastodonPack].map((pack) => pack as Pack);

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
