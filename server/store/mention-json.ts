/** A time as the wire writes it. */
export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What stands in a row of another table of the workspace $1: looked up for each mention by itself, so that nothing is read of a table but these rows. */
const found = (json: string, from: string, where: string): string => `(SELECT ${json} FROM ${from} WHERE ${where})`;

const person = (id: string): string =>
  found("json_build_object('id', p.member_id, 'name', p.name)", "members p", `p.workspace_id = $1 AND p.member_id = ${id}`);

const ofMention = (alias: string): string => `${alias}.workspace_id = $1 AND ${alias}.mention_id = m.mention_id`;

/** The claim of a mention `m`, null when nobody has it. */
export const claimJson = `CASE WHEN m.status = 'claimed' THEN json_build_object(
    'holder', ${person("m.holder")}, 'fence', m.fence, 'expiresAt', ${iso("m.claim_expires_at")}, 'renewals', m.renewals) END`;

const draftJson = `json_build_object(
    'text', d.body, 'status', d.status, 'author', ${person("d.author")}, 'updatedAt', ${iso("d.updated_at")})`;

const replyJson = `json_build_object(
    'text', r.body, 'url', r.url, 'proof', r.proof, 'author', ${person("r.author")}, 'at', ${iso("r.at")})`;

const followUpJson = `json_build_object('text', f.body, 'url', f.url, 'mood', f.mood, 'at', ${iso("f.at")})`;

/** A mention `m` of the workspace $1 as the wire has it. A row made JSON takes a third less time than an object built of names and values. */
export const mentionJson = `(SELECT row_to_json(as_sent) FROM (SELECT
  m.mention_id AS id, m.site, m.post_id AS "postId", m.permalink, m.author, m.excerpt, m.partial, m.lang, ${iso("m.posted_at")} AS "postedAt",
  ${iso("m.first_seen_at")} AS "firstSeenAt", ${iso("m.due_at")} AS "dueAt", m.labels, m.triage, m.overrules, m.status, m.route, m.note, m.revision,
  ${claimJson} AS claim,
  ${found(draftJson, "drafts d", ofMention("d"))} AS draft,
  ${found(replyJson, "replies r", ofMention("r"))} AS reply,
  CASE WHEN m.assignee IS NOT NULL THEN ${person("m.assignee")} END AS assignee, m.merged_into AS "mergedInto",
  CASE WHEN m.follow_up IS NOT NULL THEN
    ${found(followUpJson, "follow_ups f", `${ofMention("f")} AND f.post_id = m.follow_up`)} END AS "followUp") as_sent)`;
