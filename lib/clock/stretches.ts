import { Temporal } from "temporal-polyfill";

/** From one change of a zone's clock to the next; in it the clock runs evenly. All ms, instants since the epoch. */
export interface ZoneStretch {
  /** -Infinity when the zone never changed before. */
  readonly startMs: number;
  /** The first instant after it; Infinity when no further change is known. */
  readonly endMs: number;
  /** What the wall clock is ahead of UTC. */
  readonly offsetMs: number;
  /** How much of the wall clock's time was left out when it began; 0 when the clock was put back. */
  readonly leftOutMs: number;
}

const offsetOf = (time: Temporal.ZonedDateTime): number => time.offsetNanoseconds / 1_000_000;

/** The stretch of a zone's clock in which an instant lies. */
function stretchAt(zone: string, atMs: number): ZoneStretch {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  // "previous" gives what lies before the instant, and the change itself belongs to its stretch.
  const began = at(atMs + 1).getTimeZoneTransition("previous");
  const ends = at(atMs).getTimeZoneTransition("next");
  const offsetMs = offsetOf(at(atMs));
  const before = began === null ? offsetMs : offsetOf(at(began.epochMilliseconds - 1));
  return {
    startMs: began?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    endMs: ends?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs,
    leftOutMs: Math.max(0, offsetMs - before),
  };
}

/** Looks up the stretches of a zone that touch the time from one instant to another, in order; those found are kept. */
export function stretchesOf(zone: string): (fromMs: number, toMs: number) => ZoneStretch[] {
  const known: ZoneStretch[] = [];
  const find = (atMs: number): ZoneStretch => {
    const found = known.find(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
    if (found !== undefined) return found;
    const stretch = stretchAt(zone, atMs);
    known.push(stretch);
    return stretch;
  };
  return (fromMs, toMs) => {
    const stretches: ZoneStretch[] = [];
    for (let atMs = fromMs; atMs < toMs; atMs = stretches.at(-1)?.endMs ?? toMs) stretches.push(find(atMs));
    return stretches;
  };
}
