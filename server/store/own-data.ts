import { named, type Statement } from "./statement.ts";

interface DataRange {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly from: number;
  readonly most: number;
}

interface OwnDataPart {
  readonly part: string;
  readonly rows: Statement<[values: Readonly<DataRange>], { row: string }>;
}

/**
 * The rows of a table that are a member's own, as JSON. `without`: what is no word or doing of theirs, as whoever else had to do with it, or is of no use
 * to anybody outside, as hashes.
 */
const part = (name: string, table: string, whose: string, order: string, without: readonly string[] = []): OwnDataPart => ({
  part: name,
  rows: named<DataRange, { row: string }>(
    `own_data.${name}`,
    `SELECT (to_jsonb(t) - '{${["workspace_id", ...without].join(",")}}'::text[])::text AS row FROM ${table} t
     WHERE t.workspace_id = $workspaceId AND ${whose} ORDER BY ${order} OFFSET $from LIMIT $most`,
  ),
});

const theirs = "t.member_id = $memberId";
const written = "t.author = $memberId AND t.author <> ''";
const ofLook = ["asked", "asked_at", "ended_by"];

/** All that the server holds of a member, in the order of the file that they get. */
export const ownDataParts: readonly OwnDataPart[] = [
  // Why an admin set a level or paused somebody is for admins.
  part("member", "members", theirs, "t.member_id", ["revision", "level_reason", "paused_by"]),
  part("devices", "devices", theirs, "t.created_at, t.device_id", ["token_hash", "next_hash", "next_salt"]),
  part("forum_accounts", "forum_accounts", theirs, "t.account"),
  part("answers", "replies", written, "t.at DESC, t.mention_id DESC"),
  part("drafts", "drafts", "t.author = $memberId", "t.updated_at, t.mention_id"),
  part("reviews", "reviews", "t.reviewer = $memberId", "t.at, t.mention_id, t.text_hash", ["text_hash", "author"]),
  part("reviews_of_them", "reviews", "t.author = $memberId", "t.at, t.mention_id, t.text_hash, t.reviewer", ["text_hash", "reviewer"]),
  part("second_looks", "second_looks", "t.looker = $memberId AND t.verdict IS NOT NULL", "t.at, t.mention_id", ["author", ...ofLook]),
  part("second_looks_at_them", "second_looks", "t.author = $memberId AND t.verdict IS NOT NULL", "t.at, t.mention_id", [
    "looker",
    ...ofLook,
  ]),
  part("ratings_of_them", "ratings", "t.author = $memberId", "t.at, t.item, t.rater", ["rater", "item"]),
  part("sightings", "sightings", theirs, "t.at, t.mention_id"),
  part("follow_ups", "follow_ups", "t.heard_by = $memberId", "t.at, t.mention_id, t.post_id"),
  part("proposals", "opinions", theirs, "t.at, t.mention_id, t.wish", ["settled_by"]),
  part("knowledge_proposals", "knowledge_proposals", theirs, "t.at, t.proposal_id", ["answer_hash"]),
  part("knowledge_uses", "knowledge_uses", theirs, "t.at, t.post", ["post"]),
  part("list_versions", "list_versions", theirs, "t.at, t.list_id, t.version", ["entries"]),
  part("near_copies", "near_copies", theirs, "t.at, t.mention_id"),
  part("points", "points", theirs, "t.at DESC, t.source, t.item", ["item"]),
  part("badges", "badges", theirs, "t.at, t.badge"),
  part("taken_back", "take_backs", theirs, "t.at, t.take_back_id", ["take_back_id", "by"]),
  part("calls", "calls", theirs, "t.at, t.mention_id, t.kind"),
  part("paces", "paces", theirs, "t.kind"),
  part("learnt", "precedents", theirs, "t.precedent_id"),
  part("log", "audit_log", theirs, "t.at DESC, t.entry_id", ["entry_id", "base", "salt", "digest", "hash", "erasure"]),
];
