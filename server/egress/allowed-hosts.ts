import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * An entry of ALLOW_HOSTS as URLs are compared with it: small letters, Punycode, addresses in their shortest form; with a port only when
 * it names one. Null for what is no host.
 */
export function allowedHost(entry: string): string | null {
  const bare = entry.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  const host = isIPv6(bare) ? `[${bare}]` : bare;
  if (/[/?#@*\s]/.test(host)) return null;
  const url = URL.parse(`http://${host}`);
  const port = /:(\d+)$/.exec(host)?.[1];
  return url === null ? null : `${plainHost(url.hostname)}${port === undefined ? "" : `:${Number(port)}`}`;
}

/** A URL's host name: without a dot at its end, and an address of IPv4 as such also where it is written as one of IPv6. */
function plainHost(hostname: string): string {
  const bare = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const address = ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare;
  return address.includes(":") ? `[${address}]` : address;
}

/** Whether the operator allowed a URL's host, on any port or on this one. */
export function isAllowed({ hostname, port, protocol }: URL, allowedHosts: readonly string[]): boolean {
  const host = plainHost(hostname);
  const withPort = `${host}:${port || (protocol === "https:" ? 443 : 80)}`;
  return allowedHosts.map(allowedHost).some((allowed) => allowed === host || allowed === withPort);
}
