import { isAtSite } from "./private.ts";
import { profiles } from "./profiles.ts";

/** Whether a page at `url` is one of the named site, on which content scripts stand. */
export function isPageOf(site: string, url: string): boolean {
  const profile = Object.entries(profiles).find(([id]) => id === site)?.[1];
  return profile?.pack != null && profile.watched.length > 0 && isAtSite(profile.pack, url);
}
