import type { ErasedKind, Receipt } from "../../lib/schema/erasure.ts";
import type { SiteId } from "../../lib/schema/post.ts";
import { iso } from "./mention-json.ts";
import { named } from "./statement.ts";

interface Whose {
  readonly workspaceId: string;
  readonly site: SiteId;
  /** In small letters, with and without the @. */
  readonly handles: readonly string[];
}

interface Posts {
  readonly workspaceId: string;
  readonly mentionIds: readonly string[];
}

const isTheirs = "workspace_id = $workspaceId AND site = $site AND lower(author ->> 'handle') = ANY ($handles::text[])";

export const countPostsOf = named<Whose, { posts: number }>("erasure.count", `SELECT count(*) AS posts FROM mentions WHERE ${isTheirs}`);

/** Locks posts of an author, in order. They are found first: sought in that order, all posts would be read. */
export const lockPostsOf = named<Whose & { most: number }, { mention_id: string }>(
  "erasure.lock",
  `SELECT m.mention_id FROM mentions m
   WHERE m.workspace_id = $workspaceId AND m.mention_id IN (SELECT mention_id FROM mentions WHERE ${isTheirs} LIMIT $most)
   ORDER BY m.mention_id FOR UPDATE`,
);

/** The author of the first of these posts that is held. */
export const authorOfPost = named<Posts, { handle: string | null }>(
  "erasure.author_of",
  "SELECT author ->> 'handle' AS handle FROM mentions WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[]) LIMIT 1",
);

const counted = (table: string, condition = "mention_id = ANY ($mentionIds::text[])") =>
  `(SELECT count(*) FROM ${table} WHERE workspace_id = $workspaceId AND ${condition})`;

/** How much of each kind goes with these posts. */
export const countErased = named<Posts, Record<Exclude<ErasedKind, "posts" | "quotes" | "log_lines" | "precedents">, number>>(
  "erasure.count_kinds",
  `SELECT ${counted("drafts")} AS drafts, ${counted("replies")} AS replies, ${counted("sightings")} AS sightings, ${counted("follow_ups")} AS follow_ups,
     ${counted("deliveries")} AS deliveries, ${counted("calls")} AS calls`,
);

/** Tickets that help desks have of these posts. */
export const ticketsOf = named<Posts & { most: number }, { desk: string; ticket: string }>(
  "erasure.tickets",
  `SELECT left(i.name, 200) AS desk, left(t.external_id, 200) AS ticket FROM tickets t
   JOIN integrations i ON i.workspace_id = $workspaceId AND i.integration_id = t.integration_id
   WHERE t.workspace_id = $workspaceId AND t.mention_id = ANY ($mentionIds::text[]) AND t.external_id IS NOT NULL
   ORDER BY t.integration_id, t.mention_id LIMIT $most`,
);

/** Precedents that these posts led to. */
export const precedentsOf = named<Posts, { precedent_id: string }>(
  "erasure.precedents",
  "SELECT precedent_id FROM precedents WHERE workspace_id = $workspaceId AND split_part(precedent_id, ' ', 1) = ANY ($mentionIds::text[])",
);

/** Takes what was learnt back, with every word of it; devices forget it by the revisions behind `revision`. */
export const erasePrecedents = named<{ workspaceId: string; precedents: readonly string[]; revision: number }>(
  "erasure.erase_precedents",
  `UPDATE precedents e SET removed = true, asked = '', answer = NULL, revision = $revision::bigint + g.n
   FROM unnest($precedents::text[]) WITH ORDINALITY AS g (precedent_id, n)
   WHERE e.workspace_id = $workspaceId AND e.precedent_id = g.precedent_id`,
);

/** Posts that were merged into these stand for themselves from then on. */
export const forgetMerged = named<Posts>(
  "erasure.forget_merged",
  "UPDATE mentions SET merged_into = NULL WHERE workspace_id = $workspaceId AND merged_into = ANY ($mentionIds::text[])",
);

/** Points stay, and tell no more for which post they were. Before the posts are removed. */
export const blindPoints = named<Posts & { salt: Buffer }>(
  "erasure.points",
  "UPDATE points SET item = sha256($salt::bytea || item) WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[])",
);

interface Items {
  readonly workspaceId: string;
  /** SHA-256 of the posts' ids. */
  readonly items: readonly Buffer[];
  readonly salt: Buffer;
}

/** So do the uses of answers on record. */
export const blindUses = named<Items>(
  "erasure.uses",
  "UPDATE knowledge_uses SET post = sha256($salt::bytea || post) WHERE workspace_id = $workspaceId AND post = ANY ($items::bytea[])",
);

/** And the ratings of answers whose posts are gone. */
export const blindRatings = named<Items>(
  "erasure.ratings",
  "UPDATE ratings SET item = sha256($salt::bytea || item) WHERE workspace_id = $workspaceId AND item = ANY ($items::bytea[])",
);

/** Who looked at these posts; nothing else deletes that before a day is over. */
export const forgetPresenceAt = named<Posts>(
  "erasure.presence",
  "DELETE FROM presence WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[])",
);

/** Takes a handle out of drafts for other posts that are not posted yet; gives the posts. `pattern`: the handle as a regular expression. */
export const eraseQuotes = named<{ workspaceId: string; pattern: string }, { mention_id: string }>(
  "erasure.quotes",
  `UPDATE drafts SET body = regexp_replace(body, $pattern, '@…', 'gi')
   WHERE workspace_id = $workspaceId AND status <> 'posted' AND body ~* $pattern RETURNING mention_id`,
);

/** Tells devices that these posts changed: by the revisions behind `revision`. */
export const touchPosts = named<Posts & { revision: number }>(
  "erasure.touch",
  `UPDATE mentions m SET revision = $revision::bigint + g.n FROM unnest($mentionIds::text[]) WITH ORDINALITY AS g (mention_id, n)
   WHERE m.workspace_id = $workspaceId AND m.mention_id = g.mention_id`,
);

export const putErasure = named<{
  workspaceId: string;
  number: string;
  person: Buffer;
  counts: string;
  isListed: boolean;
  by: string;
  at: Date;
}>(
  "erasure.put",
  `INSERT INTO erasures (workspace_id, erasure_id, person, counts, is_listed, by_member, at)
   SELECT w.workspace_id, $number, $person, $counts, $isListed, $by, $at FROM workspaces w WHERE w.workspace_id = $workspaceId`,
);

/** The receipts, the latest first; `number`: that one alone. */
export const receiptsOf = named<{ workspaceId: string; most: number; number: string }, { receipt: Receipt }>(
  "erasure.list",
  `SELECT json_build_object('number', e.erasure_id, 'at', ${iso("e.at")}, 'by', coalesce(p.name, ''), 'counts', e.counts, 'isListed', e.is_listed) AS receipt
   FROM erasures e LEFT JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = e.by_member
   WHERE e.workspace_id = $workspaceId AND ($number = '' OR e.erasure_id = $number) ORDER BY e.at DESC, e.erasure_id LIMIT $most`,
);

/** Forgets receipts of before. */
export const forgetErasures = named<{ workspaceId: string; before: Date }>(
  "erasure.forget",
  "DELETE FROM erasures WHERE workspace_id = $workspaceId AND at < $before",
);

export const putObjection = named<{ workspaceId: string; person: Buffer; at: Date }>(
  "objection.put",
  `INSERT INTO objections (workspace_id, person, at) SELECT w.workspace_id, $person, $at FROM workspaces w WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, person) DO NOTHING`,
);

/** Which of these persons objected. */
export const objectionsAmong = named<{ workspaceId: string; persons: readonly Buffer[] }, { person: Buffer }>(
  "objection.among",
  "SELECT person FROM objections WHERE workspace_id = $workspaceId AND person = ANY ($persons::bytea[])",
);

export const personKeyOf = named<{ workspaceId: string }, { sealed_key: Buffer }>(
  "person_key.of",
  "SELECT sealed_key FROM person_keys WHERE workspace_id = $workspaceId",
);

/** Keeps the first key that a workspace gets. */
export const putPersonKey = named<{ workspaceId: string; sealed: Buffer }>(
  "person_key.put",
  `INSERT INTO person_keys (workspace_id, sealed_key) SELECT w.workspace_id, $sealed FROM workspaces w WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id) DO NOTHING`,
);

/** Has the key sealed anew, unless somebody else did meanwhile. */
export const sealPersonKey = named<{ workspaceId: string; sealed: Buffer; before: Buffer }>(
  "person_key.seal",
  "UPDATE person_keys SET sealed_key = $sealed WHERE workspace_id = $workspaceId AND sealed_key = $before",
);
