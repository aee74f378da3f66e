import { type WorkTime, workTime } from "../clock/work-time.ts";
import { type ClockSettings, defaultClock } from "../schema/clock.ts";
import type { Session } from "../schema/messages.ts";

/** How a workspace's first-answer clocks run. */
export interface Pace {
  readonly time: WorkTime;
  /** How long before its end a clock asks for attention, in work time. */
  readonly warnMs: number;
}

let last: { readonly key: string; readonly pace: Pace } | null = null;

/** The pace that a session's workspace has set; the same object as long as the setting is the same, so that looked-up days are kept. */
export function paceOf(session: Session | null): Pace {
  const clock: ClockSettings = session?.workspace?.clock ?? defaultClock;
  const key = JSON.stringify(clock);
  if (last?.key !== key) last = { key, pace: { time: workTime(clock.hours), warnMs: clock.warnMinutes * 60_000 } };
  return last.pace;
}

/** Day and night, with the usual warning. */
export const plainPace: Pace = { time: workTime(null), warnMs: defaultClock.warnMinutes * 60_000 };
