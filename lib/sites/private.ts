import type { Pack } from "../schema/pack.ts";

/** True for addresses of the pack's site. */
export function isAtSite(pack: Pack, url: string): boolean {
  return URL.canParse(url) && pack.hosts.includes(new URL(url).hostname);
}

/** True for addresses on which the pack lets nothing be read: messages, settings, signing in, and every other site. */
export function isPrivateFor(pack: Pack, url: string): boolean {
  if (!isAtSite(pack, url)) return true;
  const { pathname } = new URL(url);
  return pack.privatePaths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}
