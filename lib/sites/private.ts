import type { Pack } from "../schema/pack.ts";

/** True for addresses on which nothing is ever read: messages, settings, signing in, and everything outside the pack's hosts. */
export function isPrivate(pack: Pack, url: string): boolean {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !pack.hosts.includes(address.hostname)) return true;
  return pack.privatePaths.some((path) => address.pathname === path || address.pathname.startsWith(`${path}/`));
}
