import { mostOf } from "../../lib/schema/limits.ts";
import type { Doing } from "../../lib/schema/presence.ts";
import { limits } from "../../lib/schema/wire.ts";
import { iso, type Viewer } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** workspace, mention. Without a lock, which would write to the mention. */
export const isMention = statement<[string, string], { yes: true }>(
  "presence.is_mention",
  "SELECT true AS yes FROM mentions WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, member */
export const presenceOf = statement<[string, string, string], { doing: Doing; until: Date }>(
  "presence.of",
  "SELECT doing, until FROM presence WHERE workspace_id = $1 AND mention_id = $2 AND member_id = $3",
);

/** The revision of what no device has been told yet. */
const untold = "0";

/** workspace, mention, member, doing, until */
export const putPresence = statement<[string, string, string, Doing, Date]>(
  "presence.put",
  `INSERT INTO presence (workspace_id, mention_id, member_id, doing, until, revision) VALUES ($1, $2, $3, $4, $5, ${untold})
   ON CONFLICT (workspace_id, mention_id, member_id) DO UPDATE
   SET doing = excluded.doing, until = excluded.until, revision = excluded.revision`,
);

/** Gives out one revision for all who are not told yet; no row when there is nobody: workspace. */
export const raiseForPresence = statement<[string], { revision: number }>(
  "presence.raise",
  `UPDATE workspaces SET counter = counter + 1
   WHERE workspace_id = $1 AND EXISTS (SELECT FROM presence WHERE workspace_id = $1 AND revision = ${untold})
   RETURNING counter AS revision`,
);

/** Has the devices told who came: workspace, revision. Whom another transaction holds comes with the next one: the counter waits for nobody. */
export const tellPresence = statement<[string, number]>(
  "presence.tell",
  `WITH came AS MATERIALIZED (
     SELECT mention_id, member_id FROM presence WHERE workspace_id = $1 AND revision = ${untold} FOR UPDATE SKIP LOCKED
   )
   UPDATE presence p SET revision = $2 FROM came
   WHERE p.workspace_id = $1 AND p.mention_id = came.mention_id AND p.member_id = came.member_id`,
);

/** Forgets who was there: workspace, until before. */
export const forgetPresence = statement<[string, Date]>("presence.forget", "DELETE FROM presence WHERE workspace_id = $1 AND until < $2");

/** The latest first, so many: of whom `of` names. */
const latest = (of: string) => `row_number() OVER (PARTITION BY ${of} ORDER BY revision DESC, mention_id, member_id)`;

/**
 * Rows of presence since a revision as the inside of a JSON array: workspace $1, since $2; of a mention, of a member and in all the latest
 * only. Who of staff is at a post of theirs only staff see.
 */
export const presenceJson = ({
  isStaff,
}: Viewer): string => `(SELECT coalesce(string_agg(json_build_object('mentionId', q.mention_id, 'member',
     json_build_object('id', p.member_id, 'name', p.name), 'doing', q.doing, 'until', ${iso("q.until")})::text, ','), '')
   FROM (
     SELECT * FROM (
       SELECT *, ${latest("mention_id")} AS at_mention, ${latest("member_id")} AS of_member FROM presence WHERE workspace_id = $1 AND revision > $since
     ) come WHERE at_mention <= ${mostOf.presentAtMention} AND of_member <= ${mostOf.presentOfMember} ORDER BY revision DESC LIMIT ${limits.presence}
   ) q JOIN members p ON p.workspace_id = q.workspace_id AND p.member_id = q.member_id
   WHERE q.workspace_id = $1 AND q.revision > $since AND (${isStaff} OR EXISTS (
     SELECT FROM mentions m WHERE m.workspace_id = $1 AND m.mention_id = q.mention_id AND m.route = 'community')))`;
