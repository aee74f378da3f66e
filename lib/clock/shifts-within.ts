import type { Hours } from "../schema/clock.ts";
import { stretchesOf, type ZoneStretch } from "./stretches.ts";

/** From an instant to another, epoch ms; the end is not in it. */
export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** A shift of one date as the wall clock shows it: ms since that clock's 1970-01-01 00:00. */
interface Shift {
  readonly from: number;
  readonly to: number;
}

const dayMs = 86_400_000;

const wallMs = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The shifts of the dates that the wall clock shows from one time to another, in order. */
function shiftsOf({ week, holidays }: Hours): (from: number, to: number) => Shift[] {
  const off = new Set(holidays.map(({ date }) => Date.parse(date) / dayMs));
  const days = week.map((shifts) => shifts.map(({ from, to }) => ({ from: wallMs(from), to: wallMs(to) })));
  return (from, to) => {
    const found: Shift[] = [];
    for (let day = Math.floor(from / dayMs); day * dayMs < to; day++) {
      if (off.has(day)) continue;
      for (const shift of days[weekdayOf(day)] ?? []) found.push({ from: day * dayMs + shift.from, to: day * dayMs + shift.to });
    }
    return found;
  };
}

/**
 * When people work from one instant to another: in order, none over another. An instant is worked when the wall clock shows a time of a
 * shift: a time that comes twice is worked both times or not at all, and what is left out is nobody's work.
 */
export function shiftsWithin(hours: Hours): (fromMs: number, toMs: number) => TimeSpan[] {
  const stretches = stretchesOf(hours.zone);
  const shifts = shiftsOf(hours);
  const spansOf = (stretch: ZoneStretch, fromMs: number, toMs: number): TimeSpan[] => {
    const { offsetMs } = stretch;
    const startMs = Math.max(fromMs, stretch.startMs);
    const endMs = Math.min(toMs, stretch.endMs);
    const late = lateComers(stretch, shifts);
    return shifts(startMs + offsetMs, endMs + offsetMs)
      .map(({ from, to }) => ({ startMs: Math.max(startMs, late(from) - offsetMs), endMs: Math.min(endMs, to - offsetMs) }))
      .filter((span) => span.startMs < span.endMs);
  };
  return (fromMs, toMs) => stretches(fromMs, toMs).flatMap((stretch) => spansOf(stretch, fromMs, toMs));
}

/** A shift that would begin at a time that the clock left out begins as much later, as in biz (Zendesk's library); one that has begun goes on. */
function lateComers({ startMs, offsetMs, leftOutMs }: ZoneStretch, shifts: ReturnType<typeof shiftsOf>): (from: number) => number {
  if (leftOutMs === 0) return (from) => from;
  const after = startMs + offsetMs;
  const before = after - leftOutMs;
  const isAtWork = shifts(before - 1, before).some(({ from, to }) => from < before && before <= to);
  return (from) => (before < from && from < after && !isAtWork ? from + leftOutMs : from);
}
