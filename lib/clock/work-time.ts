import type { Hours } from "../schema/clock.ts";
import { always, type WorkTime } from "./always.ts";
import { shiftsWithin, type TimeSpan } from "./shifts-within.ts";

const dayMs = 86_400_000;
/** A calendar that is closed for longer counts as open from then on, so that every clock ends. */
const horizonDays = 800;

/** Work time by a calendar; without one all time is. Days that were looked at are kept. */
export function workTime(hours: Hours | null): WorkTime {
  if (hours === null) return always;
  const shifts = shiftsWithin(hours);
  const known = new Map<number, readonly TimeSpan[]>();
  const open = (utcDay: number): readonly TimeSpan[] => {
    const spans = known.get(utcDay) ?? shifts(utcDay * dayMs, (utcDay + 1) * dayMs);
    known.set(utcDay, spans);
    return spans;
  };
  const worked = (fromMs: number, toMs: number) => {
    let sum = 0;
    for (let day = dayOf(fromMs); day <= dayOf(toMs); day++) {
      for (const { startMs, endMs } of open(day)) sum += Math.max(0, Math.min(endMs, toMs) - Math.max(startMs, fromMs));
    }
    return sum;
  };
  return {
    between: (fromMs, toMs) => (fromMs <= toMs ? worked(fromMs, toMs) : -worked(toMs, fromMs)),
    after(startMs, lengthMs) {
      let left = lengthMs;
      for (let day = dayOf(startMs); day < dayOf(startMs) + horizonDays; day++) {
        for (const span of open(day)) {
          const fromMs = Math.max(span.startMs, startMs);
          const lasts = Math.max(0, span.endMs - fromMs);
          if (left <= lasts && lasts > 0) return fromMs + left;
          left -= lasts;
        }
      }
      return startMs + horizonDays * dayMs + left;
    },
    isOpen: (atMs) => open(dayOf(atMs)).some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs),
  };
}

const dayOf = (ms: number): number => Math.floor(ms / dayMs);
