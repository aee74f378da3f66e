import type { SiteId } from "../schema/post.ts";
import { bareHost, pageId, publicPage } from "./page-address.ts";

/** What a site's own links look like. */
interface SiteLinks {
  readonly host: RegExp;
  /** The site's ids of posts and comments. */
  readonly id: RegExp;
  /** A link to a post or comment, by its path and query. */
  readonly post: RegExp;
}

/** Facebook's `l.` and `lm.` lead to wherever their address says. */
const links: Readonly<Record<Exclude<SiteId, "other">, SiteLinks>> = {
  x: { host: /^((www|mobile|m)\.)?(x|twitter)\.com$/, id: /^\d{1,20}$/, post: /\/status(es)?\/\w+/ },
  facebook: {
    host: /^(?!lm?\.)([\w-]+\.)?facebook\.com$/,
    id: /^(\d+|pfbid\w+)$/,
    post: /\d{5,}|pfbid\w+|^\/share\/(\w\/)?\w+/,
  },
  pinterest: { host: /^([\w-]+\.)?pinterest\.(com|info|[a-z]{2}|com?\.[a-z]{2})$/, id: /^\d+$/, post: /^\/pin\/[\w-]+/ },
  mastodon: { host: /./, id: /^\w+$/, post: /\/\w+$/ },
  reddit: { host: /^((www|old|new|sh|np)\.)?reddit\.com$/, id: /^t[13]_\w+$/, post: /\/comments\/\w+|\/s\/\w+/ },
};

const hashes = /^[0-9a-f]{32}$/;

/** Whether the site could have given this id to a post or comment. */
export function isIdOf(site: SiteId, id: string): boolean {
  return (site === "other" ? hashes : links[site].id).test(id);
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
  if (site === "other") return (await pageId(url)) === id;
  return links[site].host.test(url.hostname) && partsOf(url).includes(id.replace(/^t[13]_/, ""));
}

/** Whether `link` can be a reply, or whatever its author wrote next, to a post that stands at `permalink` on this site. */
export function isLinkOn(site: SiteId, permalink: string | null, link: string): boolean {
  const url = publicPage(link);
  if (url === null) return false;
  if (site !== "other") return links[site].host.test(url.hostname) && links[site].post.test(url.pathname + url.search);
  const page = publicPage(permalink);
  return page !== null && bareHost(page) === bareHost(url);
}
