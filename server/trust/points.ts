import { mostPointsADay, type PointSource, pointsFor } from "../../lib/schema/points.ts";

/** Something that a member did and that proved right. */
export interface Earned {
  readonly memberId: string;
  readonly source: PointSource;
  readonly mentionId: string;
  readonly at: Date;
  /** Of the post; null where it is not known. */
  readonly lang: string | null;
}

/** A line for the ledger. */
export interface NewLine extends Earned {
  /** In the workspace's calendar, as 2026-11-30. */
  readonly day: string;
  readonly points: number;
}

const keyOf = ({ memberId, day }: { readonly memberId: string; readonly day: string }): string => `${day} ${memberId}`;

/** Gives the day of an instant in a zone (IANA name), as 2026-11-30. */
export function dayIn(zone: string): (at: Date) => string {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => parts.format(at);
}

/** The Monday of the week that a day lies in, both as 2026-11-30. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}

const hourMs = 60 * 60_000;

/** The instant at which a day (as 2026-11-30) of a calendar begins. */
export function beginOf(day: string, dayOf: (at: Date) => string): Date {
  // No zone is further than this from UTC.
  let before = Date.parse(day) - 15 * hourMs;
  let from = Date.parse(day) + 15 * hourMs;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(new Date(middle)) < day) before = middle;
    else from = middle;
  }
  return new Date(from);
}

/** Lines for what was earned, the earliest first: each as many points as it is worth and as the day has left; `before` gives what that day had already. */
export function linesFor(earned: readonly Earned[], dayOf: (at: Date) => string, before: ReadonlyMap<string, number>): NewLine[] {
  const had = new Map(before);
  return [...earned]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((each) => {
      const day = dayOf(each.at);
      const key = keyOf({ ...each, day });
      const points = Math.min(pointsFor[each.source], mostPointsADay - (had.get(key) ?? 0));
      had.set(key, (had.get(key) ?? 0) + points);
      return { ...each, day, points };
    });
}

/** What members had on days already, for `linesFor`. */
export const hadBefore = (rows: readonly { readonly memberId: string; readonly day: string; readonly points: number }[]) =>
  new Map(rows.map((row) => [keyOf(row), row.points]));
