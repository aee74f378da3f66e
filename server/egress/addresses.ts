import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** What the internet's registries give out of IPv6 to the public; of the rest some forms carry an address of IPv4 in them. */
const publicIpv6 = ipaddr.parseCIDR("2000::/3");

/** Whether `address` belongs to the public internet: not to this machine, its network, or a tunnel that may lead there. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(publicIpv6));
}

/** The host of a URL as an address, null when it is a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(bare) ? bare : null;
}

/** Why a name was not resolved: it leads where no call may go. */
export class BlockedAddress extends Error {}

type Resolve = typeof systemLookup;

/**
 * Resolves names for a socket and gives only public addresses; what is looked at is what is connected to, so a name that answers
 * differently the second time gains nothing.
 */
export function publicLookup(resolve: Resolve = systemLookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const usable = addresses.filter(({ address }) => isPublic(address));
      const [first] = usable;
      if (first === undefined) return done(new BlockedAddress(hostname), []);
      return options.all ? done(null, usable) : done(null, first.address, first.family);
    });
  };
}
