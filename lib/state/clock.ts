import { always, type WorkTime } from "../clock/always.ts";
import { liveStatuses } from "../schema/lifecycle.ts";
import type { Claim, Mention } from "../schema/mention.ts";

/** How a workspace's first-answer clocks run. */
export interface ClockRules {
  readonly time: WorkTime;
  /** How long before its end a clock asks for attention, in work time. */
  readonly warnMs: number;
}

const plainPace: ClockRules = { time: always, warnMs: 15 * 60_000 };

/** A clock that runs towards `dueMs`; `leftMs`, in work time, is negative when it is over. All in the server's time. */
export interface Clock {
  readonly dueMs: number;
  readonly leftMs: number;
  readonly level: "running" | "soon" | "over";
  /** It stands still now: nobody works. */
  readonly isPaused: boolean;
}

/** The first-answer clock; null when the mention needs no answer any more, or had its first one. `nowMs`: the server's time. */
export function clockOf(mention: Mention, nowMs: number, { time, warnMs }: ClockRules = plainPace): Clock | null {
  if (!isLive(mention) || mention.reply !== null) return null;
  const dueMs = Date.parse(mention.dueAt);
  const leftMs = time.between(nowMs, dueMs);
  const level = nowMs >= dueMs ? "over" : leftMs <= warnMs ? "soon" : "running";
  return { dueMs, leftMs, level, isPaused: !time.isOpen(nowMs) };
}

/** True while somebody still has to answer it. */
export function isLive(mention: Mention): boolean {
  return liveStatuses.has(mention.status);
}

/** The claim, when it still runs at `nowMs` (the server's time); an expired one is nobody's. */
export function liveClaim(mention: Pick<Mention, "status" | "claim">, nowMs: number): Claim | null {
  if (mention.status !== "claimed" || mention.claim === null) return null;
  return Date.parse(mention.claim.expiresAt) > nowMs ? mention.claim : null;
}
