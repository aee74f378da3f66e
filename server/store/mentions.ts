import type { MentionStatus } from "../../lib/schema/lifecycle.ts";
import { MentionMark, maxMarks } from "../../lib/schema/mark.ts";
import type { Mention, moods } from "../../lib/schema/mention.ts";
import type { Overrule } from "../../lib/schema/overrule.ts";
import type { Post } from "../../lib/schema/post.ts";
import type { Route, Triage } from "../../lib/schema/triage.ts";
import { dangerClock } from "./danger-clock.ts";
import { bucket } from "./derived.ts";
import { everything, mentionJson, partOfMentionJson } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** A mention as its transaction has locked it. */
export interface MentionRow {
  readonly mention_id: string;
  readonly site: Post["site"];
  readonly post_id: string;
  /** Who reported it first; null from before this was kept. */
  readonly reported_by: string | null;
  readonly permalink: string | null;
  readonly author: Post["author"];
  readonly excerpt: string;
  readonly partial: boolean;
  readonly lang: string | null;
  readonly posted_at: Date | null;
  readonly first_seen_at: Date;
  readonly labels: string[];
  readonly counts: Post["counts"];
  readonly triage: Triage;
  /** What triage itself said; null while nobody overruled it. */
  readonly scored: Triage | null;
  readonly overrules: Overrule[];
  /** The queue is ordered by it: higher is served earlier. */
  readonly priority: number;
  readonly status: MentionStatus;
  readonly route: Route;
  readonly routed_by_person: boolean;
  readonly note: string | null;
  /** Who wrote it; null when a rule or the help desk did. */
  readonly note_by: string | null;
  readonly fence: number;
  readonly holder: string | null;
  readonly claim_expires_at: Date | null;
  readonly claim_seen_at: Date | null;
  readonly renewals: number;
  readonly merged_into: string | null;
  /** Id of the author's latest later post. */
  readonly follow_up: string | null;
}

/** workspace, mention. The first lock of an operation. */
export const lockMention = statement<[string, string], MentionRow>(
  "mention.lock",
  "SELECT * FROM mentions WHERE workspace_id = $1 AND mention_id = $2 FOR UPDATE",
);

/** workspace, mentions. Locks them in one order. */
export const lockMentions = statement<[string, readonly string[]], MentionRow>(
  "mention.lock_many",
  "SELECT * FROM mentions WHERE workspace_id = $1 AND mention_id = ANY ($2) ORDER BY mention_id FOR UPDATE",
);

/** What decides whether somebody holds a mention, and what it is otherwise. */
export type LeaseRow = Pick<MentionRow, "status" | "route" | "fence" | "holder" | "claim_expires_at" | "claim_seen_at">;

/** What a reply has to be checked against and teaches something about. */
export type AnswerableRow = LeaseRow & Pick<MentionRow, "mention_id" | "site" | "permalink" | "author" | "excerpt" | "triage">;

/** As `lockMentions`, of much smaller rows. */
export const lockToAnswer = statement<[string, readonly string[]], AnswerableRow>(
  "mention.lock_to_answer",
  `SELECT mention_id, site, permalink, author, excerpt, triage, status, route, fence, holder, claim_expires_at, claim_seen_at FROM mentions
   WHERE workspace_id = $1 AND mention_id = ANY ($2) ORDER BY mention_id FOR UPDATE`,
);

/** As `lockMentions`, and gives nothing. */
export const holdMentions = statement<[string, readonly string[]]>(
  "mention.hold",
  "SELECT FROM mentions WHERE workspace_id = $1 AND mention_id = ANY ($2) ORDER BY mention_id FOR UPDATE",
);

/** workspace, mention -> all of it, as the wire has it: for the server itself, never for a device. */
export const mentionById = statement<[string, string], { mention: Mention }>(
  "mention.by_id",
  `SELECT ${mentionJson(everything)} AS mention FROM mentions m WHERE m.workspace_id = $1 AND m.mention_id = $2`,
);

/** Locks posts that wait for an answer, in the order of their ids: workspace, after which one, at most. */
export const lockWaiting = statement<[string, string, number], MentionRow>(
  "mention.lock_waiting",
  `SELECT * FROM mentions WHERE workspace_id = $1 AND status IN ('open', 'claimed', 'escalated') AND mention_id > $2
   ORDER BY mention_id LIMIT $3 FOR UPDATE`,
);

/** `scored` is what triage itself said. */
export const overruleMention = named<{
  workspaceId: string;
  mentionId: string;
  triage: string;
  scored: string | null;
  overrules: string;
  priority: number;
  status: MentionStatus;
  route: Route;
  revision: number;
}>(
  "mention.overrule",
  `UPDATE mentions m SET triage = $triage::jsonb, language = $triage::jsonb ->> 'lang', scored = $scored, overrules = $overrules, priority = $priority, status = $status, route = $route,
     ${dangerClock("$triage::jsonb")}, revision = $revision
   WHERE workspace_id = $workspaceId AND mention_id = $mentionId`,
);

/** Moves a mention and ends its claim. The fence stays: it rises with claims alone. */
export const moveMention = named<{
  workspaceId: string;
  mentionId: string;
  status: MentionStatus;
  route: Route;
  byPerson: boolean;
  note: string | null;
  noteBy: string | null;
  at: Date;
  revision: number;
}>(
  "mention.move",
  `UPDATE mentions SET status = $status, route = $route, routed_by_person = $byPerson, note = $note, note_by = $noteBy, waiting_since = $at, revision = $revision,
     merged_into = NULL
   WHERE workspace_id = $workspaceId AND mention_id = $mentionId`,
);

/** Set aside as the same: workspace, mention, into, revision. */
export const mergeMention = statement<[string, string, string, number]>(
  "mention.merge",
  "UPDATE mentions SET status = 'dismissed', note = NULL, note_by = NULL, merged_into = $3, revision = $4 WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, member, revision */
export const assignMention = statement<[string, string, string | null, number]>(
  "mention.assign",
  "UPDATE mentions SET assignee = $3, revision = $4 WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, follow-up -> who heard what of it, and whether it is believed */
export const hearingsOf = statement<[string, string, string], { heard_by: string; body: string; state: "heard" | "believed" | "declined" }>(
  "follow_up.hearings",
  "SELECT heard_by, body, state FROM follow_ups WHERE workspace_id = $1 AND mention_id = $2 AND post_id = $3",
);

/** The same again changes what is not believed yet. */
export const putHearing = named<{
  workspaceId: string;
  mentionId: string;
  postId: string;
  heardBy: string;
  text: string;
  url: string | null;
  mood: (typeof moods)[number];
  at: Date;
  state: "heard" | "believed";
}>(
  "follow_up.put",
  `INSERT INTO follow_ups AS f (workspace_id, mention_id, post_id, heard_by, body, url, mood, at, state) VALUES ($workspaceId, $mentionId, $postId, $heardBy, $text, $url, $mood, $at, $state)
   ON CONFLICT (workspace_id, mention_id, post_id, heard_by) DO UPDATE
   SET body = excluded.body, url = excluded.url, mood = excluded.mood, at = excluded.at, state = excluded.state WHERE f.state = 'heard'`,
);

/** workspace, mention, follow-up, revision */
export const setFollowUp = statement<[string, string, string, number]>(
  "mention.set_follow_up",
  "UPDATE mentions SET follow_up = $3, revision = $4 WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, revision */
export const touchMention = statement<[string, string, number]>(
  "mention.touch",
  "UPDATE mentions SET revision = $3 WHERE workspace_id = $1 AND mention_id = $2",
);

const shown = Object.keys(MentionMark.entries) as (keyof MentionMark)[];

/** What badges show of the mentions in some buckets, as a JSON array: workspace, buckets, is staff, member. */
export const marksOf = statement<[string, readonly string[], boolean, string], { found: string }>(
  "mark.of",
  `SELECT coalesce(json_agg(${partOfMentionJson({ isStaff: "$3::boolean", member: "$4::text" }, shown)}), '[]')::text AS found
   FROM (SELECT * FROM mentions WHERE workspace_id = $1 AND ${bucket} = ANY ($2) LIMIT ${maxMarks}) m`,
);
