import type { TakeBack } from "../../lib/schema/doings.ts";
import type { Wish } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { iso } from "./mention-json.ts";
import type { OpinionState } from "./opinions.ts";
import { named, statement } from "./statement.ts";

export interface DoingsRow extends Member {
  readonly dismissed: number;
  readonly handed_on: number;
  readonly brought_back: number;
  readonly answered: number;
  readonly reported: number;
  readonly sent_back: number;
  readonly refused: number;
  readonly declined: number;
  readonly taken: number;
}

const counted = (name: string, ...actions: string[]) =>
  `count(*) FILTER (WHERE action IN (${actions.map((each) => `'${each}'`).join(", ")})) AS ${name}`;

/** What members did: workspace, since, at most. Those who did most first. */
export const doingsSince = statement<[string, Date, number], DoingsRow>(
  "doings.since",
  `WITH deeds AS (
     SELECT member_id, ${counted("dismissed", "mention.dismiss", "opinion.dismiss")}, ${counted("handed_on", "mention.route", "opinion.route")},
       ${counted("brought_back", "mention.reopen", "opinion.reopen")}, ${counted("answered", "reply.posted")},
       ${counted("sent_back", "review.reject")}
     FROM audit_log WHERE workspace_id = $1 AND at >= $2 AND member_id IS NOT NULL GROUP BY member_id
   ), reports AS (
     SELECT reported_by AS member_id, count(*) AS reported FROM mentions WHERE workspace_id = $1 AND first_seen_at >= $2 GROUP BY reported_by
   ), refusals AS (
     SELECT member_id, sum(refused)::bigint AS refused FROM paces WHERE workspace_id = $1 AND hour >= $2 - interval '1 hour' GROUP BY member_id
   ), said AS (
     SELECT member_id, count(*) FILTER (WHERE state = 'declined') AS declined, count(*) FILTER (WHERE state = 'taken') AS taken
     FROM opinions WHERE workspace_id = $1 AND at >= $2 GROUP BY member_id
   ), found AS (
     SELECT p.member_id AS id, p.name, p.role, p.level, coalesce(dismissed, 0) AS dismissed, coalesce(handed_on, 0) AS handed_on,
       coalesce(brought_back, 0) AS brought_back, coalesce(answered, 0) AS answered, coalesce(reported, 0) AS reported, coalesce(sent_back, 0) AS sent_back, coalesce(refused, 0) AS refused,
       coalesce(declined, 0) AS declined, coalesce(taken, 0) AS taken
     FROM members p LEFT JOIN deeds d ON d.member_id = p.member_id LEFT JOIN reports r ON r.member_id = p.member_id
       LEFT JOIN refusals f ON f.member_id = p.member_id LEFT JOIN said s ON s.member_id = p.member_id
     WHERE p.workspace_id = $1
   )
   SELECT * FROM found WHERE dismissed + handed_on + brought_back + answered + reported + sent_back + refused + declined + taken > 0
   ORDER BY refused + dismissed + handed_on + brought_back + answered + reported + sent_back DESC, id LIMIT $3`,
);

/** What was taken back and stands so, the latest first: workspace, since, at most. */
export const standingTakeBacks = statement<[string, Date, number], { take_back: TakeBack }>(
  "take_back.standing",
  `SELECT json_build_object('id', t.take_back_id, 'member', json_build_object('id', p.member_id, 'name', p.name),
     'by', json_build_object('id', q.member_id, 'name', q.name), 'at', ${iso("t.at")}) AS take_back
   FROM take_backs t JOIN members p ON p.workspace_id = $1 AND p.member_id = t.member_id JOIN members q ON q.workspace_id = $1 AND q.member_id = t.by
   WHERE t.workspace_id = $1 AND t.at >= $2 AND t.undone_at IS NULL ORDER BY t.at DESC, t.take_back_id LIMIT $3`,
);

/** workspace, member, since, at most, after which one -> the posts to which the member did something, in the order of their ids */
export const doneBy = statement<[string, string, Date, number, string], { mention_id: string }>(
  "take_back.done_by",
  `SELECT DISTINCT m.mention_id FROM (
     SELECT mention_id FROM mentions WHERE workspace_id = $1 AND status = 'claimed' AND holder = $2
     UNION ALL SELECT mention_id FROM mentions WHERE workspace_id = $1 AND status IN ('open', 'escalated') AND holder = $2 AND claim_seen_at >= $3
     UNION ALL SELECT mention_id FROM drafts WHERE workspace_id = $1 AND author = $2 AND updated_at >= $3 AND status <> 'posted'
     UNION ALL SELECT mention_id FROM reviews WHERE workspace_id = $1 AND reviewer = $2 AND at >= $3
     UNION ALL SELECT mention_id FROM second_looks WHERE workspace_id = $1 AND looker = $2 AND at >= $3
     UNION ALL SELECT mention_id FROM sightings WHERE workspace_id = $1 AND member_id = $2 AND at >= $3
     UNION ALL SELECT mention_id FROM mentions WHERE workspace_id = $1 AND reported_by = $2 AND first_seen_at >= $3
     UNION ALL SELECT subject FROM audit_log WHERE workspace_id = $1 AND member_id = $2 AND at >= $3
       AND action IN ('mention.dismiss', 'mention.route', 'mention.reopen', 'reply.posted')
     UNION ALL SELECT mention_id FROM opinions WHERE workspace_id = $1 AND member_id = $2 AND at >= $3
     UNION ALL SELECT mention_id FROM follow_ups WHERE workspace_id = $1 AND heard_by = $2 AND at >= $3
   ) AS done JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = done.mention_id
   WHERE m.mention_id > $5 ORDER BY m.mention_id LIMIT $4`,
);

/** Something that a person decided over a post. */
export interface DeedRow {
  readonly subject: string;
  readonly member_id: string | null;
  readonly action: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** workspace, mentions. In their order. */
export const deedsOn = statement<[string, readonly string[]], DeedRow>(
  "take_back.deeds",
  `SELECT subject, member_id, action, at, detail FROM audit_log WHERE workspace_id = $1 AND subject = ANY ($2) AND action LIKE ANY ('{mention.%,reply.%,review.%}')
   ORDER BY at, seq, entry_id`,
);

export interface OpinionRow {
  readonly mention_id: string;
  readonly member_id: string;
  readonly wish: Wish;
  readonly state: OpinionState;
  readonly settled_by: string | null;
  readonly at: Date;
}

/** workspace, mentions */
export const opinionsOn = statement<[string, readonly string[]], OpinionRow>(
  "take_back.opinions",
  "SELECT mention_id, member_id, wish, state, settled_by, at FROM opinions WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

export interface HearingRow {
  readonly mention_id: string;
  readonly post_id: string;
  readonly heard_by: string;
  readonly body: string;
  readonly state: "heard" | "believed" | "declined";
  readonly at: Date;
}

/** workspace, mentions */
export const hearingsOn = statement<[string, readonly string[]], HearingRow>(
  "take_back.hearings",
  "SELECT mention_id, post_id, heard_by, body, state, at FROM follow_ups WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

/** workspace, mentions -> who wrote their published answers */
export const authorsOn = statement<[string, readonly string[]], { mention_id: string; author: string }>(
  "take_back.authors",
  "SELECT mention_id, author FROM replies WHERE workspace_id = $1 AND mention_id = ANY ($2) AND NOT taken_back",
);

/** workspace, mentions, member -> those for which others wrote something, or which they saw otherwise */
export const seenByOthers = statement<[string, readonly string[], string], { mention_id: string }>(
  "take_back.seen_by_others",
  `SELECT mention_id FROM drafts WHERE workspace_id = $1 AND mention_id = ANY ($2) AND author <> $3
   UNION SELECT mention_id FROM sightings WHERE workspace_id = $1 AND mention_id = ANY ($2) AND member_id <> $3`,
);

/** workspace, members */
export const trustOf = statement<[string, readonly string[]], Pick<Member, "id" | "role" | "level">>(
  "take_back.trust",
  "SELECT member_id AS id, role, level FROM members WHERE workspace_id = $1 AND member_id = ANY ($2)",
);

/** Puts posts elsewhere: workspace, places as JSON, how many, at. Each gets a revision of its own. */
export const placeMentions = statement<[string, string, number, Date], { mention_id: string; revision: number }>(
  "take_back.place",
  `WITH counter AS (
     UPDATE workspaces SET counter = counter + $3::integer WHERE workspace_id = $1 RETURNING workspace_id, counter - $3::integer AS base
   )
   UPDATE mentions m SET status = r.status, route = r.route, routed_by_person = r.routed_by_person, note = r.note, note_by = r.note_by,
     follow_up = r.follow_up, waiting_since = $4, revision = base + r.n
   FROM counter, rows from (json_to_recordset($2::json) AS (mention_id text, status text, route text, routed_by_person boolean, note text, note_by text,
     follow_up text)) WITH ORDINALITY AS r (mention_id, status, route, routed_by_person, note, note_by, follow_up, n)
   WHERE m.workspace_id = $1 AND m.mention_id = r.mention_id RETURNING m.mention_id, m.revision`,
);

/** Settles opinions, or opens them again: workspace, OpinionRows as JSON, at. */
export const putOpinionStates = statement<[string, string, Date]>(
  "take_back.put_opinions",
  `UPDATE opinions o SET state = r.state, settled_by = r.settled_by, settled_at = CASE WHEN r.state <> 'open' THEN $3::timestamptz END
   FROM json_to_recordset($2::json) AS r (mention_id text, member_id text, wish text, state text, settled_by text)
   WHERE o.workspace_id = $1 AND o.mention_id = r.mention_id AND o.member_id = r.member_id AND o.wish = r.wish`,
);

/** workspace, HearingRows as JSON */
export const putHearingStates = statement<[string, string]>(
  "take_back.put_hearings",
  `UPDATE follow_ups f SET state = r.state FROM json_to_recordset($2::json) AS r (mention_id text, post_id text, heard_by text, state text)
   WHERE f.workspace_id = $1 AND f.mention_id = r.mention_id AND f.post_id = r.post_id AND f.heard_by = r.heard_by`,
);

/** Hides published answers, or shows them again: workspace, mentions, hidden. What was written for them goes. */
export const hideReplies = statement<[string, readonly string[], boolean]>(
  "take_back.hide_replies",
  `WITH reviewed AS (DELETE FROM reviews WHERE workspace_id = $1 AND mention_id = ANY ($2)),
   drafted AS (DELETE FROM drafts WHERE workspace_id = $1 AND mention_id = ANY ($2))
   UPDATE replies SET taken_back = $3 WHERE workspace_id = $1 AND mention_id = ANY ($2)`,
);

/** What a member said of posts that others reported: workspace, member, since, mentions. */
export const dropSightings = statement<[string, string, Date, readonly string[]]>(
  "take_back.drop_sightings",
  "DELETE FROM sightings WHERE workspace_id = $1 AND member_id = $2 AND at >= $3 AND mention_id = ANY ($4)",
);

const relearnt = (which: string, change: string) => `WITH chosen AS MATERIALIZED (
     SELECT precedent_id, row_number() OVER (ORDER BY precedent_id) AS n FROM precedents WHERE workspace_id = $1 AND ${which}
   ), counter AS (
     UPDATE workspaces SET counter = counter + (SELECT count(*) FROM chosen) WHERE workspace_id = $1
     RETURNING counter AS revision, counter - (SELECT count(*) FROM chosen) AS base
   ), changed AS (
     UPDATE precedents e SET ${change}, revision = base + n FROM counter, chosen WHERE e.workspace_id = $1 AND e.precedent_id = chosen.precedent_id
   )
   SELECT revision FROM counter`;

/** What a member taught is forgotten: workspace, member, since, by which taking back. Gives the last revision. */
export const forgetTaught = statement<[string, string, Date, string], { revision: number }>(
  "take_back.forget_taught",
  relearnt("member_id = $2 AND at >= $3 AND NOT removed", "removed = true, taken_back = $4"),
);

/** workspace, by which taking back it was forgotten */
export const rememberTaught = statement<[string, string], { revision: number }>(
  "take_back.remember_taught",
  relearnt("taken_back = $2", "removed = false, taken_back = NULL"),
);

export const putTakeBack = named<{ workspaceId: string; id: string; memberId: string; since: Date; by: string; at: Date }>(
  "take_back.put",
  "INSERT INTO take_backs (workspace_id, take_back_id, member_id, since, by, at) VALUES ($workspaceId, $id, $memberId, $since, $by, $at)",
);

/** workspace, taking back, mentions, what they were before as JSON, their revisions afterwards */
export const putTakenBack = statement<[string, string, readonly string[], readonly string[], readonly number[]]>(
  "take_back.put_mentions",
  `INSERT INTO taken_back (workspace_id, take_back_id, mention_id, before, revision)
   SELECT w.workspace_id, $2, g.mention_id, g.before::jsonb, g.revision
   FROM workspaces w, unnest($3::text[], $4::text[], $5::bigint[]) AS g (mention_id, before, revision) WHERE w.workspace_id = $1`,
);

/** workspace, taking back, at -> one row when it stood. */
export const undoTakeBack = statement<[string, string, Date], { member_id: string }>(
  "take_back.undo",
  "UPDATE take_backs SET undone_at = $3 WHERE workspace_id = $1 AND take_back_id = $2 AND undone_at IS NULL RETURNING member_id",
);

/** workspace, taking back -> what its posts were before, of those with which nobody went on since; locks them in one order */
export const untouchedSince = statement<[string, string], { mention_id: string; before: unknown }>(
  "take_back.untouched",
  `SELECT m.mention_id, b.before FROM taken_back b JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = b.mention_id
   WHERE b.workspace_id = $1 AND b.take_back_id = $2 AND m.revision = b.revision ORDER BY m.mention_id FOR UPDATE OF m`,
);
