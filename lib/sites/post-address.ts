import { publicPage } from "./page-address.ts";
import { isHost } from "./private.ts";
import type { PostAddress } from "./profile.ts";
import { profiles } from "./profiles.ts";

/** Reads an absolute address of a post or comment on a site that we know; null for any other. */
export function postAddress(url: string | null): PostAddress | null {
  const parsed = publicPage(url);
  if (parsed === null) return null;
  const site = Object.values(profiles).find(({ pack, links }) => links?.read && pack?.hosts.some((host) => isHost(host, parsed.hostname)));
  return site?.links?.read?.(parsed) ?? null;
}
