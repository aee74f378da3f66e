import type { BrandMark } from "../../lib/schema/brand.ts";
import type { ForumTrust } from "../../lib/schema/forum.ts";
import type { MemberRow } from "../../lib/schema/people.ts";
import type { Person } from "../../lib/schema/person.ts";
import { named } from "./statement.ts";

/** The forum of a workspace as it is kept; its secret: see `forumSecret`. */
export interface ForumRow {
  readonly address: string;
  readonly name: string;
  readonly least_trust: ForumTrust;
  readonly sealed_secret: Buffer;
  readonly takes_topics: boolean;
  readonly sealed_key: Buffer | null;
}

type Of = { readonly workspaceId: string };

export const forumOf = named<Of, ForumRow>(
  "forum.of",
  "SELECT address, name, least_trust, sealed_secret, takes_topics, sealed_key FROM forums WHERE workspace_id = $workspaceId",
);

/** What came of the forum: members who joined by it and are there, of these those whose account it has no more, and what was taken over. */
export const forumCounts = named<Of, { joined: number; answers: number; accounts: number; gone: Person[] }>(
  "forum.counts",
  `SELECT
     (SELECT count(*) FROM forum_accounts a JOIN members m ON m.workspace_id = a.workspace_id AND m.member_id = a.member_id
       WHERE a.workspace_id = $workspaceId AND m.standing <> 'removed') AS joined,
     (SELECT count(*) FROM knowledge k WHERE k.workspace_id = $workspaceId AND k.answered_at IS NOT NULL AND NOT k.removed) AS answers,
     (SELECT count(*) FROM forum_people p WHERE p.workspace_id = $workspaceId) AS accounts,
     (SELECT coalesce(json_agg(json_build_object('id', g.member_id, 'name', g.name)), '[]') FROM (
       SELECT m.member_id, m.name FROM forum_accounts a JOIN members m ON m.workspace_id = a.workspace_id AND m.member_id = a.member_id
       WHERE a.workspace_id = $workspaceId AND m.standing <> 'removed'
         AND EXISTS (SELECT FROM forum_runs r WHERE r.workspace_id = $workspaceId AND r.ended_at > a.at)
         AND EXISTS (SELECT FROM forum_people p WHERE p.workspace_id = $workspaceId)
         AND NOT EXISTS (SELECT FROM forum_people p WHERE p.workspace_id = $workspaceId AND p.account = a.account)
       ORDER BY m.name, m.member_id LIMIT 20) g) AS gone`,
);

/** The forum as what is taken over from it needs it; `language`: that of the brand. No row where nothing is taken over. */
export const forumToRead = named<Of, Pick<ForumRow, "address" | "takes_topics" | "sealed_key"> & { readonly language: string | null }>(
  "forum.to_read",
  `SELECT f.address, f.takes_topics, f.sealed_key, (SELECT b.language FROM brands b WHERE b.workspace_id = $workspaceId) AS language
   FROM forums f WHERE f.workspace_id = $workspaceId AND (f.takes_topics OR f.sealed_key IS NOT NULL)`,
);

/** The forum as who wants to join sees it, with whose community it is. */
export const forumToJoin = named<
  Of,
  Omit<ForumRow, "takes_topics" | "sealed_key"> & { readonly workspace: string; readonly mark: BrandMark | null }
>(
  "forum.to_join",
  `SELECT f.address, f.name, f.least_trust, f.sealed_secret,
     (SELECT w.name FROM workspaces w WHERE w.workspace_id = $workspaceId) AS workspace,
     (SELECT b.mark FROM brands b WHERE b.workspace_id = $workspaceId) AS mark
   FROM forums f WHERE f.workspace_id = $workspaceId`,
);

export const putForum = named<
  Of & { address: string; name: string; leastTrust: ForumTrust; sealed: Buffer; takesTopics: boolean; sealedKey: Buffer | null; at: Date }
>(
  "forum.put",
  `INSERT INTO forums (workspace_id, address, name, least_trust, sealed_secret, takes_topics, sealed_key, updated_at)
   VALUES ($workspaceId, $address, $name, $leastTrust, $sealed, $takesTopics, $sealedKey, $at)
   ON CONFLICT (workspace_id) DO UPDATE SET address = excluded.address, name = excluded.name, least_trust = excluded.least_trust,
     sealed_secret = excluded.sealed_secret, takes_topics = excluded.takes_topics, sealed_key = excluded.sealed_key, updated_at = excluded.updated_at`,
);

/** Does nothing when another one was entered since `before` was read. */
export const sealForum = named<Of & { sealed: Buffer; before: Buffer }>(
  "forum.seal",
  "UPDATE forums SET sealed_secret = $sealed WHERE workspace_id = $workspaceId AND sealed_secret = $before",
);

/** The same of its key. */
export const sealForumKey = named<Of & { sealed: Buffer; before: Buffer }>(
  "forum.seal_key",
  "UPDATE forums SET sealed_key = $sealed WHERE workspace_id = $workspaceId AND sealed_key = $before",
);

export const dropForum = named<Of>("forum.drop", "DELETE FROM forums WHERE workspace_id = $workspaceId");

/** Notes that an answer of the forum was used; no row when it was before. */
export const useAnswer = named<Of & { nonceHash: Buffer; at: Date }, { nonce_hash: Buffer }>(
  "forum.use_answer",
  `INSERT INTO forum_answers (workspace_id, nonce_hash, at) VALUES ($workspaceId, $nonceHash, $at)
   ON CONFLICT (workspace_id, nonce_hash) DO NOTHING RETURNING nonce_hash`,
);

/** Forgets those before: their nonces are too old by then. */
export const forgetAnswers = named<Of & { before: Date }>(
  "forum.forget_answers",
  "DELETE FROM forum_answers WHERE workspace_id = $workspaceId AND at < $before",
);

/** The member that an account of the forum is, also one who was removed. */
export const memberOfAccount = named<Of & { account: number }, { id: string; role: string; standing: MemberRow["standing"] | "removed" }>(
  "forum.member",
  `SELECT m.member_id AS id, m.role, m.standing FROM forum_accounts a JOIN members m ON m.workspace_id = a.workspace_id AND m.member_id = a.member_id
   WHERE a.workspace_id = $workspaceId AND a.account = $account`,
);

/** Notes which member an account is; no row when it is one already. */
export const linkAccount = named<Of & { account: number; memberId: string; at: Date }, { account: number }>(
  "forum.link",
  `INSERT INTO forum_accounts (workspace_id, account, member_id, at) VALUES ($workspaceId, $account, $memberId, $at)
   ON CONFLICT (workspace_id, account) DO NOTHING RETURNING account`,
);

/** Forgets the account of who left by themselves, so that they may come back. */
export const forgetAccountOf = named<Of & { memberId: string }>(
  "forum.forget_member",
  "DELETE FROM forum_accounts WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** Forgets all accounts: they are another forum's. */
export const forgetAccounts = named<Of>("forum.forget_accounts", "DELETE FROM forum_accounts WHERE workspace_id = $workspaceId");

/** Forgets what an account may still join by: it gets another one. */
export const dropUnusedOf = named<Of & { account: number }>(
  "forum.drop_unused",
  "DELETE FROM invitations WHERE workspace_id = $workspaceId AND forum_account = $account AND used = 0",
);

/** Forgets what any account of the forum may still join by. */
export const dropAllUnused = named<Of>(
  "forum.drop_all_unused",
  "DELETE FROM invitations WHERE workspace_id = $workspaceId AND forum_account IS NOT NULL AND used = 0",
);
