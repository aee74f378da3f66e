import { Agent, type Dispatcher, errors } from "undici";
import { BlockedAddress, isPublic, literalAddress, publicLookup } from "./addresses.ts";
import { isAllowed } from "./allowed-hosts.ts";

/** Whether a call may begin: TLS and no address of a private network, or a host that the operator allowed. What its name leads to, the socket checks. */
export function mayReach(url: URL, allowedHosts: readonly string[]): boolean {
  if (!/^https?:$/.test(url.protocol)) return false;
  if (isAllowed(url, allowedHosts)) return true;
  const address = literalAddress(url.hostname);
  return url.protocol === "https:" && (address === null || isPublic(address));
}

/** How long parts of a call may take, in ms. */
interface Patience {
  readonly connect: number;
  readonly headers?: number;
  readonly body?: number;
}

/** Through which a call to a URL goes: sockets that connect to public addresses only, and others for the hosts that the operator allowed. */
export function waysOut(allowedHosts: readonly string[], { connect, headers, body }: Patience): (url: URL) => Dispatcher {
  const times = { ...(headers !== undefined && { headersTimeout: headers }), ...(body !== undefined && { bodyTimeout: body }) };
  const anywhere = new Agent({ ...times, connect: { timeout: connect } });
  const guarded = new Agent({ ...times, connect: { timeout: connect, lookup: publicLookup() } });
  return (url) => (isAllowed(url, allowedHosts) ? anywhere : guarded);
}

/** Why a call brought no answer, by what the socket or undici threw. */
export function brokenBy(thrown: unknown): "blocked" | "timeout" | "unreachable" {
  if (thrown instanceof BlockedAddress) return "blocked";
  const isLate =
    thrown instanceof errors.HeadersTimeoutError ||
    thrown instanceof errors.BodyTimeoutError ||
    thrown instanceof errors.ConnectTimeoutError ||
    (thrown instanceof DOMException && thrown.name === "TimeoutError");
  return isLate ? "timeout" : "unreachable";
}
