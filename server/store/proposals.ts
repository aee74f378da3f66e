import { type DeclineReason, type OwnProposal, shownProposals } from "../../lib/schema/proposals.ts";
import type { WaitingProposal } from "../../lib/schema/waiting-proposals.ts";
import { iso, person } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** Whether an answer is on record already, by its hash (of the answers that are there). */
export const answersOnRecord = named<{ workspaceId: string; lang: string }, { answer: string }>(
  "proposals.on_record",
  "SELECT answer FROM knowledge WHERE workspace_id = $workspaceId AND NOT removed AND lang = $lang",
);

/** No row where the same waits already. */
export const putProposal = named<
  {
    workspaceId: string;
    id: string;
    memberId: string;
    mentionId: string;
    lang: string;
    title: string;
    answer: string;
    hash: Buffer;
    at: Date;
  },
  { proposal_id: string }
>(
  "proposals.put",
  `INSERT INTO knowledge_proposals (workspace_id, proposal_id, member_id, mention_id, lang, title, answer, answer_hash, at)
   VALUES ($workspaceId, $id, $memberId, $mentionId, $lang, $title, $answer, $hash, $at)
   ON CONFLICT (workspace_id, answer_hash) WHERE state = 'open' DO NOTHING RETURNING proposal_id`,
);

/** Those that wait, the oldest first. */
export const openProposals = named<{ workspaceId: string; most: number }, { proposal: WaitingProposal }>(
  "proposals.open",
  `SELECT json_build_object('id', q.proposal_id, 'by', ${person("q.member_id")}, 'lang', q.lang, 'title', q.title, 'answer', q.answer,
     'mentionId', q.mention_id, 'at', ${iso("q.at")}) AS proposal
   FROM knowledge_proposals q WHERE q.workspace_id = $workspaceId AND q.state = 'open' ORDER BY q.at, q.proposal_id LIMIT $most`,
);

/** Locks it. */
export const lockProposal = named<{ workspaceId: string; proposalId: string }, { memberId: string; state: OwnProposal["state"] }>(
  "proposals.lock",
  `SELECT member_id AS "memberId", state FROM knowledge_proposals
   WHERE workspace_id = $workspaceId AND proposal_id = $proposalId FOR UPDATE`,
);

export const settleProposal = named<{
  workspaceId: string;
  proposalId: string;
  state: OwnProposal["state"];
  reason: DeclineReason | null;
  note: string;
  at: Date;
}>(
  "proposals.settle",
  `UPDATE knowledge_proposals SET state = $state, reason = $reason, note = $note, settled_at = $at
   WHERE workspace_id = $workspaceId AND proposal_id = $proposalId`,
);

/** Those of a workspace that wait: workspace. */
export const waitingProposals = statement<[string], { held: number }>(
  "proposals.waiting",
  "SELECT count(*) AS held FROM knowledge_proposals WHERE workspace_id = $1 AND state = 'open'",
);

/** Those of a member that wait: workspace, member. */
export const waitingProposalsOf = statement<[string, string], { held: number }>(
  "proposals.waiting_of",
  "SELECT count(*) AS held FROM knowledge_proposals WHERE workspace_id = $1 AND member_id = $2 AND state = 'open'",
);

/** Of deleted posts nothing stays but what was written. */
export const forgetProposedPosts = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "proposals.forget_posts",
  "UPDATE knowledge_proposals SET mention_id = NULL WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[])",
);

/** Deletes those that were settled before. */
export const forgetSettledProposals = named<{ workspaceId: string; before: Date }>(
  "proposals.forget_settled",
  "DELETE FROM knowledge_proposals WHERE workspace_id = $workspaceId AND settled_at < $before",
);

/** Deletes those of somebody who is a member no more. */
export const forgetProposalsOf = named<{ workspaceId: string; memberId: string }>(
  "proposals.forget_member",
  "DELETE FROM knowledge_proposals WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** The answers on record of somebody who is a member no more belong to nobody. No revision: a device asks by whose they are of members that there are. */
export const disownItems = named<{ workspaceId: string; memberId: string }>(
  "knowledge.disown",
  "UPDATE knowledge SET owner = NULL, proposed = false WHERE workspace_id = $workspaceId AND owner = $memberId",
);

/** What became of a member's latest proposals, of the workspace $1. */
export const ownProposalsJson = (member: string): string => `(SELECT coalesce(json_agg(
    json_build_object('id', q.proposal_id, 'title', q.title, 'state', q.state, 'reason', q.reason, 'note', q.note,
      'at', ${iso("coalesce(q.settled_at, q.at)")}) ORDER BY q.at DESC, q.proposal_id), '[]')
  FROM (SELECT * FROM knowledge_proposals WHERE workspace_id = $1 AND member_id = ${member}.member_id ORDER BY at DESC, proposal_id
    LIMIT ${shownProposals}) q)`;
