/** Tracking parameters, which are no part of an address. */
const tracking = /^(utm_\w+|fbclid|gclid|igsh|igshid|mc_[ce]id|ref_src|trk|trackingId|rcm)$/i;

/** Hosts that only a private network knows, and addresses in numbers. */
const notPublic = /^[\d.]+$|^\[|\.(local|localhost|localdomain|internal|intranet|lan|home|corp|private|onion)$|\.home\.arpa$/;

/** A page of the public web: https under a public name, without a user's name or password and at the usual port; null for anything else. */
export function publicPage(link: string | null): URL | null {
  const url = URL.parse(link ?? "");
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") return null;
  const { hostname } = url;
  return hostname.includes(".") && !hostname.endsWith(".") && !notPublic.test(hostname) ? url : null;
}

/** The host without `www.` and the like in front. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^(www|m|mobile)\./, "");

/** The same words for however a link was copied. */
function plain(url: URL): string {
  const address = new URL(`https://${bareHost(url)}${url.pathname.replace(/\/+$/, "")}`);
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name)).sort();
  for (const [name, value] of kept) address.searchParams.append(name, value);
  return address.href;
}

/** The id of the post that a page of any site is: half of its address's SHA-256, the same however the link was copied. */
export async function pageId(url: URL): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(plain(url)));
  return [...new Uint8Array(hash, 0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
