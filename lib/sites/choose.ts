import facebookPack from "../../assets/packs/facebook.json" with { type: "json" };
import xPack from "../../assets/packs/x.json" with { type: "json" };
import type { Pack } from "../schema/pack.ts";
import type { SiteAdapter } from "./adapter.ts";
import { createFacebook } from "./facebook/adapter.ts";
import { isPrivate } from "./private.ts";
import { createX } from "./x/adapter.ts";

const sites: readonly (readonly [Pack, (page: Document, pack: Pack) => SiteAdapter])[] = [
  [xPack as Pack, createX],
  [facebookPack as Pack, createFacebook],
];

/** The adapter that reads `page` at the address `url`; null for other sites and for private pages such as messages. */
export function chooseAdapter(url: string, page: Document): SiteAdapter | null {
  const [pack, create] = sites.find(([each]) => !isPrivate(each, url)) ?? [];
  return pack && create ? create(page, pack) : null;
}
