import { later } from "./moments.ts";
import { statement } from "./statement.ts";

export interface PaceRow {
  readonly member_id: string;
  readonly kind: string;
  /** What was counted in this hour, this time included. */
  readonly done: number;
  readonly before: number;
}

/**
 * Counts what members do: workspace, members, kinds, how much, beginning of the hour. Sorted by its caller, so that two servers wait for each other and
 * not in a ring. A server whose clock is behind counts into the later hour.
 */
export const countDoings = statement<[string, readonly string[], readonly string[], readonly number[], Date], PaceRow>(
  "pace.count",
  `INSERT INTO paces AS p (workspace_id, member_id, kind, hour, done, before, refused)
   SELECT w.workspace_id, given.member_id, given.kind, $5, given.much, 0, 0
   FROM workspaces w, unnest($2::text[], $3::text[], $4::integer[]) AS given (member_id, kind, much) WHERE w.workspace_id = $1
   ON CONFLICT (workspace_id, member_id, kind) DO UPDATE SET
     before = CASE WHEN p.hour >= excluded.hour THEN p.before WHEN excluded.hour = ${later("p.hour", "1 hour")} THEN p.done ELSE 0 END,
     done = excluded.done + CASE WHEN p.hour >= excluded.hour THEN p.done ELSE 0 END,
     refused = CASE WHEN p.hour >= excluded.hour THEN p.refused ELSE 0 END,
     hour = greatest(p.hour, excluded.hour)
   RETURNING member_id, kind, done, before`,
);

/** Corrects what was counted: workspace, member, kind, how much was not done after all, how much was refused. */
export const correctDoings = statement<[string, string, string, number, number]>(
  "pace.correct",
  "UPDATE paces SET done = done - $4::integer, refused = refused + $5::integer WHERE workspace_id = $1 AND member_id = $2 AND kind = $3",
);
