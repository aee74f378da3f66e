import { errors } from "undici";
import { BlockedAddress, isPublic, literalAddress } from "./addresses.ts";

/** Whether a call may begin: TLS and no address of a private network, or a host that the operator allowed. What its name leads to, the lookup checks. */
export function mayReach({ protocol, hostname }: URL, allowed: ReadonlySet<string>): boolean {
  if (!/^https?:$/.test(protocol)) return false;
  if (allowed.has(hostname.replace(/^\[|\]$/g, ""))) return true;
  const address = literalAddress(hostname);
  return protocol === "https:" && (address === null || isPublic(address));
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
