import { isDeepStrictEqual } from "node:util";
import { evidenceDays, type LevelState, nextLevelState, noRatedWork, type RatedWork } from "../../lib/schema/levels.ts";
import { can, rolesThat } from "../../lib/schema/roles.ts";
import { noteDecisions } from "../audit/note.ts";
import type { Deps } from "../deps.ts";
import { followingLevels, type LevelRow, lockLevels, putLevels, type RatingRow, ratingsSince } from "../store/levels.ts";
import { transaction } from "../store/pool.ts";
import { all, one, type Queryable } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";
import { evidenceByAuthor } from "../trust/evidence.ts";

const dayMs = 24 * 60 * 60_000;
/** Nobody reads their answers first, so nobody's word lifts or lowers them. */
const unread = rolesThat("answerUnread");

/** Who found what of whose answers, in the days that count, as far as their word counts. */
export async function wordsLately(on: Queryable, workspaceId: string, now: Date): Promise<readonly RatingRow[]> {
  return all(on, ratingsSince, { workspaceId, since: new Date(now.getTime() - evidenceDays * dayMs), roles: unread });
}

/** What others found of each member's answers lately. */
async function evidenceIn(on: Queryable, workspaceId: string, now: Date): Promise<ReadonlyMap<string, RatedWork>> {
  const words = await wordsLately(on, workspaceId, now);
  const weights = new Map(words.map(({ rater, weight }) => [rater, weight ?? 1]));
  return evidenceByAuthor(
    words.map(({ role, ...rating }) => ({ ...rating, ofStaff: role !== null && can({ role }, "answerUnread") })),
    now,
    (rater) => weights.get(rater) ?? 1,
  );
}

/** A member before and after looking at the evidence. */
interface Looked {
  readonly row: LevelRow;
  readonly evidence: RatedWork | null;
  readonly next: LevelState;
}

const stateOf = (row: LevelRow): LevelState => ({ level: row.level, falteringSince: row.faltering_since });

/** The line of the log for what changed; null when nothing did that anybody asks about later. */
function noted({ row, next }: Looked): { readonly action: string; readonly detail: Record<string, number> } | null {
  const levels = { from: row.level, level: next.level };
  if (next.level > row.level) return { action: "rule.level_rose", detail: levels };
  if (next.level < row.level) return { action: "rule.level_fell", detail: levels };
  return row.faltering_since === null && next.falteringSince !== null ? { action: "rule.level_falters", detail: levels } : null;
}

/** Has the levels of a workspace's members follow what others found of their answers. */
export async function tendLevels({ pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">, workspaceId: string): Promise<void> {
  const at = now();
  const evidence = await evidenceIn(pool, workspaceId, at);
  const changedOf = (rows: readonly LevelRow[]) =>
    rows
      .map((row): Looked => {
        const own = evidence.get(row.id) ?? null;
        return { row, evidence: own, next: nextLevelState(stateOf(row), own ?? noRatedWork, at) };
      })
      .filter(({ row, evidence: own, next }) => !isDeepStrictEqual(next, stateOf(row)) || !isDeepStrictEqual(own, row.evidence));
  // Mostly nothing changed, and then nobody is locked; what did is looked at again once it is.
  const members = changedOf(await all(pool, followingLevels, { workspaceId, except: unread })).map(({ row }) => row.id);
  if (members.length === 0) return;
  const revision = await transaction(pool, async (client) => {
    const changed = changedOf(await all(client, lockLevels, { workspaceId, except: unread, members }));
    return changed.length === 0 ? null : put(client, workspaceId, changed, at);
  });
  if (revision !== null) wake.moved(workspaceId, revision);
}

/** Writes what changed; gives the workspace's new revision, null when no device has to hear of it. */
async function put(client: Queryable, workspaceId: string, changed: readonly Looked[], at: Date): Promise<number | null> {
  const moved = changed.filter(({ row, next }) => row.level !== next.level);
  const revision = moved.length === 0 ? null : (await one(client, raiseCounterBy, workspaceId, moved.length)).revision;
  const revisionOf = new Map(moved.map((each, index) => [each, (revision ?? 0) - moved.length + index + 1]));
  const column = <T>(of: (each: Looked) => T) => changed.map(of);
  await all(client, putLevels, {
    workspaceId,
    members: column(({ row }) => row.id),
    levels: column(({ next }) => next.level),
    falteringSince: column(({ next }) => next.falteringSince),
    evidence: column(({ evidence }) => evidence && JSON.stringify(evidence)),
    revisions: column((each) => revisionOf.get(each) ?? null),
  });
  const notes = changed.flatMap((each) => {
    const note = noted(each);
    return note === null ? [] : { id: `${note.action} ${each.row.id}`, member: null, subject: each.row.id, ...note };
  });
  await noteDecisions({ client, workspaceId, at }, notes);
  return revision;
}
