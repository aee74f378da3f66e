import { provenAfterMs } from "../../lib/schema/points.ts";
import { rolesThat } from "../../lib/schema/roles.ts";
import { calendarOf } from "../calendar.ts";
import type { Deps } from "../deps.ts";
import { earnedBetween, pointsOnDays, putLines } from "../store/points.ts";
import { transaction } from "../store/pool.ts";
import { all } from "../store/statement.ts";
import { hadBefore, linesFor, mondayOf } from "../trust/points.ts";

/** A server that was away for longer gives no points for what was proved before. */
const longestAwayMs = 7 * 24 * 60 * 60_000;
const dayMs = 24 * 60 * 60_000;
const agreeing = rolesThat("triage");

/** Writes into the ledger what has proved right lately. Two servers that do it at once write the same lines once. */
export async function tendPoints({ pool, now }: Pick<Deps, "pool" | "now">, workspaceId: string): Promise<void> {
  const until = new Date(now().getTime() - provenAfterMs);
  const since = new Date(until.getTime() - longestAwayMs);
  const dayOf = await calendarOf(pool, workspaceId);
  await transaction(pool, async (client) => {
    const earned = await all(client, earnedBetween, { workspaceId, since, until, roles: agreeing });
    if (earned.length === 0) return;
    const members = [...new Set(earned.map(({ memberId }) => memberId))];
    // A zone's day may begin up to a day before that of UTC.
    const before = await all(client, pointsOnDays, { workspaceId, members, since: dayOf(new Date(since.getTime() - dayMs)) });
    const lines = linesFor(earned, dayOf, hadBefore(before));
    const column = <T>(of: (line: (typeof lines)[number]) => T) => lines.map(of);
    await all(client, putLines, {
      workspaceId,
      members: column(({ memberId }) => memberId),
      sources: column(({ source }) => source),
      mentions: column(({ mentionId }) => mentionId),
      points: column(({ points }) => points),
      days: column(({ day }) => day),
      at: column(({ at }) => at),
      languages: column(({ lang }) => lang),
      week: mondayOf(dayOf(now())),
    });
  });
}
