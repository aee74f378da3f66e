import type { DraftStatus } from "../../lib/schema/lifecycle.ts";
import { statement } from "./statement.ts";

/** workspace, mention */
export const draftOf = statement<[string, string], { status: DraftStatus; author: string; body: string }>(
  "draft.of",
  "SELECT status, author, body FROM drafts WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, text, status, author, at */
export const putDraft = statement<[string, string, string, DraftStatus, string, Date]>(
  "draft.put",
  `INSERT INTO drafts (workspace_id, mention_id, body, status, author, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (workspace_id, mention_id) DO UPDATE
   SET body = excluded.body, status = excluded.status, author = excluded.author, updated_at = excluded.updated_at`,
);

/** workspace, mention */
export const dropDraft = statement<[string, string]>("draft.drop", "DELETE FROM drafts WHERE workspace_id = $1 AND mention_id = $2");

/** workspace, mention */
export const replyOf = statement<[string, string], { url: string | null; proof: "seen" | "confirmed"; author: string }>(
  "reply.of",
  "SELECT url, proof, author FROM replies WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, text, url, proof, author, at, the disclosure in the text */
export const putReply = statement<[string, string, string, string | null, "seen" | "confirmed", string, Date, string | null]>(
  "reply.put",
  `INSERT INTO replies (workspace_id, mention_id, body, url, proof, author, at, disclosure) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (workspace_id, mention_id) DO UPDATE
   SET body = excluded.body, url = excluded.url, proof = excluded.proof, author = excluded.author, at = excluded.at,
     disclosure = excluded.disclosure`,
);
