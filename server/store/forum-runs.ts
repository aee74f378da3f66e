import type { ForumStage, ForumTrust } from "../../lib/schema/forum.ts";
import type { CallProblem } from "../../lib/schema/integration.ts";
import { named } from "./statement.ts";

/** How far the taking over from a workspace's forum is. */
export interface ForumRun {
  readonly number: number;
  readonly stage: ForumStage | null;
  readonly page: number;
  readonly began_at: Date;
  readonly ended_at: Date | null;
  readonly next_at: Date;
  readonly failures: number;
  readonly problem: CallProblem | null;
  readonly status: number | null;
}

type Of = { readonly workspaceId: string };

export const forumRunOf = named<Of, ForumRun>(
  "forum_run.of",
  "SELECT number, stage, page, began_at, ended_at, next_at, failures, problem, status FROM forum_runs WHERE workspace_id = $workspaceId",
);

/** Locks it, so that two servers do not go on at once. */
export const lockRun = named<Of, { number: number; stage: ForumStage | null; page: number }>(
  "forum_run.lock",
  "SELECT number, stage, page FROM forum_runs WHERE workspace_id = $workspaceId FOR UPDATE",
);

/** The next time begins: at once, whatever was said before. */
export const beginRun = named<Of & { stage: ForumStage | null; at: Date }>(
  "forum_run.begin",
  `INSERT INTO forum_runs AS r (workspace_id, number, stage, page, began_at, ended_at, next_at, failures, problem, status)
   VALUES ($workspaceId, 1, $stage, 0, $at, NULL, $at, 0, NULL, NULL)
   ON CONFLICT (workspace_id) DO UPDATE SET number = r.number + 1, stage = excluded.stage, page = 0, began_at = excluded.began_at,
     next_at = excluded.next_at, failures = 0, problem = NULL, status = NULL`,
);

/** Where it stands from now on. */
export const moveRun = named<Of & { stage: ForumStage; page: number }>(
  "forum_run.move",
  `UPDATE forum_runs SET stage = $stage, page = $page, failures = 0, problem = NULL, status = NULL
   WHERE workspace_id = $workspaceId`,
);

export const endRun = named<Of & { at: Date; nextAt: Date }>(
  "forum_run.end",
  `UPDATE forum_runs SET stage = NULL, page = 0, ended_at = $at, next_at = $nextAt, failures = 0, problem = NULL, status = NULL
   WHERE workspace_id = $workspaceId`,
);

/** A call failed: it goes on at `nextAt`, where it was, or (`givenUp`) from the beginning. */
export const failRun = named<Of & { problem: CallProblem; status: number | null; nextAt: Date; givenUp: boolean }>(
  "forum_run.fail",
  `UPDATE forum_runs SET problem = $problem, status = $status, next_at = $nextAt, failures = failures + 1,
     stage = CASE WHEN $givenUp::boolean THEN NULL ELSE stage END
   WHERE workspace_id = $workspaceId`,
);

/** At the next minute, from where it is. */
export const hurryRun = named<Of & { at: Date }>(
  "forum_run.hurry",
  "UPDATE forum_runs SET next_at = $at, failures = 0 WHERE workspace_id = $workspaceId",
);

export const forgetRun = named<Of>("forum_run.forget", "DELETE FROM forum_runs WHERE workspace_id = $workspaceId");

export const putPeople = named<Of & { accounts: readonly number[]; trusts: readonly ForumTrust[]; seen: number }>(
  "forum_run.put_people",
  `INSERT INTO forum_people (workspace_id, account, trust, seen)
   SELECT w.workspace_id, given.account, given.trust, $seen
   FROM workspaces w, unnest($accounts::bigint[], $trusts::smallint[]) AS given (account, trust) WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, account) DO UPDATE SET trust = excluded.trust, seen = excluded.seen`,
);

/** Forgets those that this run did not see; a run that is none (0) saw none. */
export const forgetPeople = named<Of & { seen: number }>(
  "forum_run.forget_people",
  "DELETE FROM forum_people WHERE workspace_id = $workspaceId AND seen <> $seen",
);

/** Invitations that nobody used, of accounts that the forum has no more. */
export const dropUnusedOfGone = named<Of>(
  "forum_run.drop_unused",
  `DELETE FROM invitations i WHERE i.workspace_id = $workspaceId AND i.forum_account IS NOT NULL AND i.used = 0
     AND NOT EXISTS (SELECT FROM forum_people p WHERE p.workspace_id = $workspaceId AND p.account = i.forum_account)`,
);

export const forumTrustOf = named<Of & { account: number }, { trust: ForumTrust }>(
  "forum_run.trust",
  "SELECT trust FROM forum_people WHERE workspace_id = $workspaceId AND account = $account",
);

/** Notes topics; one whose version is another, or that was not read since `before`, is to be read. */
export const putTopics = named<Of & { topics: readonly number[]; versions: readonly string[]; seen: number; before: Date }>(
  "forum_run.put_topics",
  `INSERT INTO forum_topics AS t (workspace_id, topic, version, seen)
   SELECT w.workspace_id, given.topic, given.version, $seen
   FROM workspaces w, unnest($topics::bigint[], $versions::text[]) AS given (topic, version) WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, topic) DO UPDATE SET version = excluded.version, seen = excluded.seen,
     read_at = CASE WHEN t.version = excluded.version AND t.read_at > $before THEN t.read_at END`,
);

/** How many there are, and how many of them this run saw. */
export const countTopics = named<Of & { seen: number }, { known: number; seen: number }>(
  "forum_run.count_topics",
  "SELECT count(*) AS known, count(*) FILTER (WHERE seen = $seen) AS seen FROM forum_topics WHERE workspace_id = $workspaceId",
);

/** A topic whose answer is to be read; `taken`: it was before. */
export interface TopicToRead {
  readonly topic: number;
  readonly taken: boolean;
}

/** The next topic to read, of this run. */
export const topicToRead = named<Of & { seen: number }, TopicToRead>(
  "forum_run.to_read",
  "SELECT topic, taken FROM forum_topics WHERE workspace_id = $workspaceId AND read_at IS NULL AND seen = $seen ORDER BY topic DESC LIMIT 1",
);

/** It was read, and what it says was taken over: from then on only changes are. */
export const topicRead = named<Of & { topic: number; at: Date }>(
  "forum_run.topic_read",
  "UPDATE forum_topics SET read_at = $at, taken = true WHERE workspace_id = $workspaceId AND topic = $topic",
);

export const forgetTopic = named<Of & { topic: number }>(
  "forum_run.forget_topic",
  "DELETE FROM forum_topics WHERE workspace_id = $workspaceId AND topic = $topic",
);

/** Forgets topics that this run did not see: solved, or there, no more. A run that is none (0) saw none. */
export const forgetTopics = named<Of & { seen: number }>(
  "forum_run.forget_topics",
  "DELETE FROM forum_topics WHERE workspace_id = $workspaceId AND seen <> $seen",
);
