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

/** The adapter that reads `page` at the address `url`; null for other sites and for private pages such as messages. */
export function chooseAdapter(url: string, page: Document, from: typeof sites = sites): SiteAdapter | null {
  const address = URL.parse(url);
  const site = from.find(([pack]) => address !== null && pack.hosts.includes(address.hostname));
  if (!address || !site) return null;
  const [pack, create] = site;
  const isPrivate = pack.privatePaths.some((path) => address.pathname === path || address.pathname.startsWith(`${path}/`));
  return isPrivate ? null : create(page, pack);
}
