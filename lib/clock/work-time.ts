import { Temporal } from "temporal-polyfill";
import type { Hours } from "../schema/clock.ts";
import { always, type WorkTime } from "./always.ts";

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

const dayMs = 86_400_000;
/** A calendar that is closed for longer counts as open from then on, so that every clock ends. */
const horizonDays = 800;

/** Work time by a calendar; without one all time is. Days that were looked at are kept. */
export function workTime(hours: Hours | null): WorkTime {
  if (hours === null) return always;
  const holidays = new Set(hours.holidays.map(({ date }) => date));
  const known = new Map<number, readonly Span[]>();
  const open = (utcDay: number): readonly Span[] => {
    const spans = known.get(utcDay) ?? spansOfDay(hours, holidays, utcDay * dayMs);
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

/** The shifts that fall into the day of UTC that begins at `fromMs`, in order, cut at its ends. */
function spansOfDay({ zone, week }: Hours, holidays: ReadonlySet<string>, fromMs: number): Span[] {
  const toMs = fromMs + dayMs;
  const spans: Span[] = [];
  const last = localDate(toMs - 1, zone);
  for (let date = localDate(fromMs, zone); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (holidays.has(date.toString())) continue;
    for (const { from, to } of week[date.dayOfWeek - 1] ?? []) {
      // An hour that summer time leaves out moves on by one; of one that it repeats both are worked.
      const startMs = Math.max(fromMs, instantOf(date, from, zone, "compatible"));
      const endMs = Math.min(toMs, instantOf(date, to, zone, "later"));
      if (startMs < endMs) spans.push({ startMs, endMs });
    }
  }
  return spans;
}

const localDate = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();

function instantOf(date: Temporal.PlainDate, time: string, zone: string, disambiguation: "compatible" | "later"): number {
  const local = time === "24:00" ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(time);
  return local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}
