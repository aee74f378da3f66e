import type { SiteId } from "../schema/post.ts";
import { bareHost, pageId, publicPage } from "./page-address.ts";
import { profiles } from "./profiles.ts";

/** Whether the site could have given this id to a post or comment. */
export function isIdOf(site: SiteId, id: string): boolean {
  return profiles[site].id.test(id);
}

/** The parts of an address that can be an id: those of the path, with what stands before `--` left out, and the values of the query. */
function partsOf({ pathname, searchParams }: URL): string[] {
  return [...pathname.split("/").flatMap((part) => [part, part.replace(/^.*--/, "")]), ...searchParams.values()];
}

/**
 * Whether `link` leads to the post with this id on its own site: https, the site's host, no user's name before it and no port behind it, and the id in
 * it. On a site that nobody knows the id is made of the address, so there it must be this very page.
 */
export async function isPermalinkOf(site: SiteId, id: string, link: string): Promise<boolean> {
  const url = publicPage(link);
  if (url === null) return false;
  const { links } = profiles[site];
  if (links === null) return (await pageId(url)) === id;
  return links.host.test(url.hostname) && partsOf(url).includes(id.replace(/^t[13]_/, ""));
}

/** Whether `link` can be a reply, or whatever its author wrote next, to a post that stands at `permalink` on this site. */
export function isLinkOn(site: SiteId, permalink: string | null, link: string): boolean {
  const url = publicPage(link);
  if (url === null) return false;
  const { links } = profiles[site];
  if (links !== null) return links.host.test(url.hostname) && links.post.test(url.pathname + url.search);
  const page = publicPage(permalink);
  return page !== null && bareHost(page) === bareHost(url);
}
