import { mostOf } from "../../lib/schema/limits.ts";
import type { Mention } from "../../lib/schema/mention.ts";

/** A time as the wire writes it. */
export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** For whom something is shown, as SQL: whether they work on what was handed to staff, and the member's id. */
export interface Viewer {
  readonly isStaff: string;
  readonly member: string;
}

/** The server's own use, and systems that an admin connected: all of it. */
export const everything: Viewer = { isStaff: "true", member: "NULL" };

/** What stands in a row of another table of the workspace $1: looked up for each mention by itself, so that nothing is read of a table but these rows. */
const found = (json: string, from: string, where: string): string => `(SELECT ${json} FROM ${from} WHERE ${where})`;

/** A member of the workspace $1 as the others see them; null when there is none. */
export const person = (id: string): string =>
  found("json_build_object('id', p.member_id, 'name', p.name)", "members p", `p.workspace_id = $1 AND p.member_id = ${id}`);

const ofMention = (alias: string): string => `${alias}.workspace_id = $1 AND ${alias}.mention_id = m.mention_id`;

/** It is with the community, or was when it was closed. */
const isCommunitys = "m.route = 'community'";

const claimJson = `json_build_object(
    'holder', ${person("m.holder")}, 'fence', m.fence, 'expiresAt', ${iso("m.claim_expires_at")}, 'renewals', m.renewals)`;

/** How the review of a draft `d` stands, with what was said of its text as it is; null when it was never sent. */
const reviewJson = `json_build_object(
    'since', ${iso("d.review_since")}, 'needs', d.needs, 'needsUnlike', d.needs_unlike, 'forStaff', d.for_staff, 'reason', d.reason,
    'verdicts', (SELECT coalesce(json_agg(json_build_object('by', ${person("v.reviewer")}, 'verdict', v.verdict, 'text', v.suggestion) ORDER BY v.at), '[]')
      FROM (SELECT * FROM reviews WHERE workspace_id = $1 AND mention_id = d.mention_id AND text_hash = sha256(convert_to(d.body, 'UTF8'))
        ORDER BY at DESC LIMIT ${mostOf.verdicts}) v))`;

const draftJson = (mayReadReview: string): string => `json_build_object(
    'text', d.body, 'status', d.status, 'author', ${person("d.author")}, 'updatedAt', ${iso("d.updated_at")},
    'review', CASE WHEN d.review_since IS NOT NULL AND ${mayReadReview} THEN ${reviewJson} END)`;

const replyJson = `json_build_object(
    'text', r.body, 'url', r.url, 'proof', r.proof, 'disclosed', r.disclosure IS NOT NULL, 'author', ${person("r.author")}, 'at', ${iso("r.at")})`;

/** What the second look `l` at a reply found; null while nobody said a word. */
export const lookFoundJson = `CASE WHEN l.verdict IS NOT NULL THEN json_build_object(
    'verdict', l.verdict, 'reason', l.reason, 'at', ${iso("l.at")}, 'ending', l.ending, 'url', l.url) END`;

/** How it stands: for who is asked, and once there is a word for its author and staff. */
const lookJson = `json_build_object('isAsked', l.verdict IS NULL, 'found', ${lookFoundJson})`;

const followUpJson = `json_build_object('text', f.body, 'url', f.url, 'mood', f.mood, 'at', ${iso("f.at")})`;

const opinionsJson = ({ isStaff, member }: Viewer): string => `(SELECT json_agg(json_build_object(
      'wish', o.wish, 'value', o.value, 'note', CASE WHEN ${isStaff} OR o.member_id = ${member} THEN o.note END, 'isMine', coalesce(o.member_id = ${member}, false)))
    FROM (SELECT * FROM opinions WHERE workspace_id = $1 AND mention_id = m.mention_id AND state = 'open' AND (wish = 'reopen') = (m.status = 'dismissed')
      ORDER BY at LIMIT ${mostOf.opinions}) o)`;

/**
 * Every field of a mention `m` of the workspace $1, and what of it each viewer gets: the one place that decides it. Who does not work for staff gets
 * the post and what the community did with it. Of a post that was handed to staff they get where it is and what stands on the site; what staff write
 * stays with staff, also when the post comes back. A member's own words they always get.
 */
function fieldsFor({ isStaff, member }: Viewer): { readonly [F in keyof Mention]-?: string } {
  const isOpen = `(${isStaff} OR ${isCommunitys})`;
  const mayReadClaim = `(${isOpen} OR m.holder = ${member})`;
  const mayReadDraft = `(${isStaff} OR d.author = ${member} OR (${isCommunitys} AND NOT d.of_staff))`;
  // Why a post of the community was set aside is one of a few codes, and no words.
  const mayReadNote = `(${isStaff} OR m.note_by = ${member} OR (${isCommunitys} AND m.status = 'dismissed'))`;
  return {
    id: "m.mention_id",
    site: "m.site",
    postId: "m.post_id",
    permalink: "m.permalink",
    author: "m.author",
    excerpt: "m.excerpt",
    partial: "m.partial",
    lang: "m.lang",
    postedAt: iso("m.posted_at"),
    firstSeenAt: iso("m.first_seen_at"),
    dueAt: iso("m.due_at"),
    labels: "m.labels",
    byHand: "m.by_hand",
    triage: "m.triage",
    overrules: `CASE WHEN ${isOpen} THEN m.overrules ELSE '[]' END`,
    // That somebody of staff is on it is theirs to know: it is with staff.
    status: `CASE WHEN m.status = 'claimed' AND NOT ${mayReadClaim} THEN 'escalated' ELSE m.status END`,
    route: "m.route",
    claim: `CASE WHEN m.status = 'claimed' AND ${mayReadClaim} THEN ${claimJson} END`,
    draft: found(draftJson(isOpen), "drafts d", `${ofMention("d")} AND ${mayReadDraft}`),
    reply: found(replyJson, "replies r", `${ofMention("r")} AND NOT r.taken_back`),
    secondLook: found(
      lookJson,
      "second_looks l",
      `${ofMention("l")} AND CASE WHEN l.verdict IS NULL THEN ${member} = ANY (l.asked) ELSE ${isStaff} OR l.author = ${member} END`,
    ),
    assignee: `CASE WHEN m.assignee IS NOT NULL AND ${isStaff} THEN ${person("m.assignee")} END`,
    mergedInto: `CASE WHEN ${isOpen} THEN m.merged_into END`,
    followUp: `CASE WHEN m.follow_up IS NOT NULL THEN ${found(followUpJson, "follow_ups f", `${ofMention("f")} AND f.post_id = m.follow_up AND f.state = 'believed'`)} END`,
    opinions: `CASE WHEN ${isOpen} AND m.status IN ('open', 'claimed', 'escalated', 'dismissed') THEN ${opinionsJson({ isStaff, member })} END`,
    note: `CASE WHEN ${mayReadNote} THEN m.note END`,
    revision: "m.revision",
  };
}

function jsonOf(fields: readonly (readonly [string, string])[]): string {
  const columns = fields.map(([name, sql]) => `${sql} AS "${name}"`).join(",\n  ");
  // A row made JSON takes a third less time than an object built of names and values.
  return `(SELECT row_to_json(as_sent) FROM (SELECT ${columns}) as_sent)`;
}

/** A mention `m` of the workspace $1 as the wire has it for `viewer`. */
export const mentionJson = (viewer: Viewer): string => jsonOf(Object.entries(fieldsFor(viewer)));

/** Some fields of a mention `m`, as `mentionJson` has them. */
export const partOfMentionJson = (viewer: Viewer, names: readonly (keyof Mention)[]): string => {
  const fields = fieldsFor(viewer);
  return jsonOf(names.map((name) => [name, fields[name]]));
};
