import type { Context } from "hono";
import ipaddr from "ipaddr.js";
import type { Log } from "../log.ts";

/**
 * The network that an address belongs to, however it was written: with a port, in brackets, with a zone, an IPv4 as IPv6. All of an IPv6 network
 * of 64 bits is one, as each household has so many addresses. Null for what is no address.
 */
export function networkOf(written: string): string | null {
  const bare = written
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replace(/^\[([^\]]*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !(bare.includes(":") && ipaddr.IPv6.isValid(bare))) return null;
  const address = ipaddr.process(bare);
  if (address.kind() === "ipv4") return address.toString();
  return `${address.toNormalizedString().split(":").slice(0, 4).join(":")}::/64`;
}

/**
 * The network that asks. Each trusted proxy adds whom it was asked by to the end of X-Forwarded-For; what stands before those may be
 * anybody's invention.
 */
export function askingNetwork(context: Context, trustedProxies: number): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const forwarded = trustedProxies === 0 ? [] : (context.req.header("x-forwarded-for") ?? "").split(",");
  return networkOf(forwarded.at(-trustedProxies) ?? "") ?? networkOf(incoming?.socket?.remoteAddress ?? "") ?? "unknown";
}

/** Says once that a proxy seems to stand in front though none is trusted: then everybody behind it counts as one. */
export function proxyNotice(trustedProxies: number, log: Log): (context: Context) => void {
  let isSaid = trustedProxies > 0;
  return (context) => {
    if (isSaid || !(context.req.header("x-forwarded-for") ?? context.req.header("forwarded"))) return;
    isSaid = true;
    log("warn", "proxy_not_trusted", { hint: "requests come with X-Forwarded-For: set TRUSTED_PROXIES to the number of proxies in front" });
  };
}
