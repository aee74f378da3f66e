import { publicPage } from "./page-address.ts";
import type { PostAddress } from "./profile.ts";
import { profiles } from "./profiles.ts";

/** Whether a link leads to a post of a site that we know, but does not say to which. */
export function isShortLink({ hostname, pathname }: URL): boolean {
  return Object.values(profiles).some(({ links }) => links?.short?.test(hostname + pathname));
}

/** Reads an absolute address of a post or comment on a site that we know; null for any other. */
export function postAddress(url: string | null): PostAddress | null {
  const parsed = publicPage(url);
  if (parsed === null) return null;
  const site = Object.values(profiles).find(({ links }) => links?.read && links.host.test(parsed.hostname));
  return site?.links?.read?.(parsed) ?? null;
}
