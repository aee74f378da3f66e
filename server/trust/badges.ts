import { type BadgeId, badgeMarks, badgeNames, type Deed } from "../../lib/schema/badges.ts";
import { pointSources } from "../../lib/schema/points.ts";

/** How many of what a member has. */
export interface Counted {
  readonly memberId: string;
  readonly deed: Deed;
  readonly count: number;
}

/** Gives how many of a badge's deeds each member has; with the kinds of work, which are counted by their sources. */
export function countsBy(rows: readonly Counted[]): ReadonlyMap<string, (badge: BadgeId) => number> {
  const byMember = new Map<string, Map<Deed, number>>();
  for (const { memberId, deed, count } of rows) byMember.set(memberId, (byMember.get(memberId) ?? new Map()).set(deed, count));
  return new Map(
    [...byMember].map(([memberId, counts]) => {
      counts.set("kinds", pointSources.filter((source) => (counts.get(source) ?? 0) > 0).length);
      return [memberId, (badge: BadgeId) => counts.get(badgeMarks[badge].of) ?? 0];
    }),
  );
}

/** A badge whose mark a member meets. */
export interface Met {
  readonly memberId: string;
  readonly badge: BadgeId;
}

/** The badges whose marks these counts meet. */
export function metBy(rows: readonly Counted[]): Met[] {
  return [...countsBy(rows)].flatMap(([memberId, countOf]) =>
    badgeNames.filter((badge) => countOf(badge) >= badgeMarks[badge].mark).map((badge) => ({ memberId, badge })),
  );
}
