import { liveStatuses } from "../schema/lifecycle.ts";
import type { Claim, Mention } from "../schema/mention.ts";

/** How long before its end a clock asks for attention. */
const warnBeforeMs = 15 * 60_000;

/** A clock that runs towards `dueMs`; `leftMs` is negative when it is over. All in the server's time. */
export interface Clock {
  readonly dueMs: number;
  readonly leftMs: number;
  readonly level: "running" | "soon" | "over";
}

/** The first-answer clock; null when the mention needs no answer any more, or had its first one. `nowMs`: the server's time. */
export function clockOf(mention: Mention, nowMs: number): Clock | null {
  if (!isLive(mention) || mention.reply !== null) return null;
  const dueMs = Date.parse(mention.dueAt);
  const leftMs = dueMs - nowMs;
  return { dueMs, leftMs, level: leftMs <= 0 ? "over" : leftMs <= warnBeforeMs ? "soon" : "running" };
}

/** True while somebody still has to answer it. */
export function isLive(mention: Mention): boolean {
  return liveStatuses.has(mention.status);
}

/** The claim, when it still runs at `nowMs` (the server's time); an expired one is nobody's. */
export function liveClaim(mention: Mention, nowMs: number): Claim | null {
  if (mention.status !== "claimed" || mention.claim === null) return null;
  return Date.parse(mention.claim.expiresAt) > nowMs ? mention.claim : null;
}
