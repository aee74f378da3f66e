import { workTime } from "../clock/work-time.ts";
import { type ClockSettings, defaultClock } from "../schema/clock.ts";
import type { Session } from "../schema/messages.ts";
import type { ClockRules } from "./clock.ts";

let last: { readonly key: string; readonly pace: ClockRules } | null = null;

/** The pace that a session's workspace has set; the same object as long as the setting is the same, so that looked-up days are kept. */
export function paceOf(session: Session | null): ClockRules {
  const clock: ClockSettings = session?.workspace?.clock ?? defaultClock;
  const key = JSON.stringify(clock);
  if (last?.key !== key) last = { key, pace: { time: workTime(clock.hours), warnMs: clock.warnMinutes * 60_000 } };
  return last.pace;
}
