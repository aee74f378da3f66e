import type { Doing } from "../../lib/schema/presence.ts";
import { iso, type Viewer } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** workspace, mention. Without a lock, which would write to the mention. */
export const isMention = statement<[string, string], { yes: true }>(
  "presence.is_mention",
  "SELECT true AS yes FROM mentions WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, member */
export const presenceOf = statement<[string, string, string], { doing: Doing; until: Date; revision: number }>(
  "presence.of",
  "SELECT doing, until, revision FROM presence WHERE workspace_id = $1 AND mention_id = $2 AND member_id = $3",
);

/** workspace, mention, member, doing, until, revision */
export const putPresence = statement<[string, string, string, Doing, Date, number]>(
  "presence.put",
  `INSERT INTO presence (workspace_id, mention_id, member_id, doing, until, revision) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (workspace_id, mention_id, member_id) DO UPDATE
   SET doing = excluded.doing, until = excluded.until, revision = excluded.revision`,
);

/** Forgets who was there: workspace, until before. */
export const forgetPresence = statement<[string, Date]>("presence.forget", "DELETE FROM presence WHERE workspace_id = $1 AND until < $2");

/** Rows of presence since a revision as the inside of a JSON array: workspace $1, since $2. Who of staff is at a post of theirs only staff see. */
export const presenceJson = ({
  isStaff,
}: Viewer): string => `(SELECT coalesce(string_agg(json_build_object('mentionId', q.mention_id, 'member',
     json_build_object('id', p.member_id, 'name', p.name), 'doing', q.doing, 'until', ${iso("q.until")})::text, ','), '')
   FROM presence q JOIN members p ON p.workspace_id = q.workspace_id AND p.member_id = q.member_id
   WHERE q.workspace_id = $1 AND q.revision > $2 AND (${isStaff} OR EXISTS (
     SELECT FROM mentions m WHERE m.workspace_id = $1 AND m.mention_id = q.mention_id AND m.route = 'community')))`;
