import type { Pack } from "../schema/pack.ts";

/** `*` at either end of a host stands for anything. */
export function isHost(pattern: string, host: string): boolean {
  const [start = "", end] = pattern.split("*");
  return end === undefined ? pattern === host : host.startsWith(start) && host.endsWith(end);
}

/** True for addresses of the pack's site. */
export function isAtSite(pack: Pack, url: string): boolean {
  return URL.canParse(url) && pack.hosts.includes(new URL(url).hostname);
}

/** Tells `isPrivateFor` of one address after another: it is asked for every post, and the address hardly changes. */
export function createPrivacyCheck(pack: Pack): (url: string) => boolean {
  let last = "";
  let isPrivate = true;
  return (url) => {
    if (url !== last) isPrivate = isPrivateFor(pack, url);
    last = url;
    return isPrivate;
  };
}

/** True for addresses on which the pack lets nothing be read: messages, settings, signing in, and every other site. */
export function isPrivateFor(pack: Pack, url: string): boolean {
  if (!isAtSite(pack, url)) return true;
  const { pathname } = new URL(url);
  return pack.privatePaths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}
