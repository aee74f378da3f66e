/** A time as the wire writes it. */
export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const person = (table: string): string => `json_build_object('id', ${table}.member_id, 'name', ${table}.name)`;

/** The claim of a mention `m`, null when nobody has it; needs its holder as the member `h`. */
export const claimJson = `CASE WHEN m.status = 'claimed' THEN json_build_object(
    'holder', ${person("h")}, 'fence', m.fence, 'expiresAt', ${iso("m.claim_expires_at")}, 'renewals', m.renewals) END`;

/** A mention `m` as the wire has it; needs `mentionJoins`. A row made JSON takes a third less time than an object built of names and values. */
export const mentionJson = `(SELECT row_to_json(as_sent) FROM (SELECT
  m.mention_id AS id, m.site, m.post_id AS "postId", m.permalink, m.author, m.excerpt, m.partial, m.lang, ${iso("m.posted_at")} AS "postedAt",
  ${iso("m.first_seen_at")} AS "firstSeenAt", ${iso("m.due_at")} AS "dueAt", m.labels, m.triage, m.overrules, m.status, m.route, m.note, m.revision,
  ${claimJson} AS claim,
  CASE WHEN d.mention_id IS NOT NULL THEN json_build_object(
    'text', d.body, 'status', d.status, 'author', ${person("da")}, 'updatedAt', ${iso("d.updated_at")}) END AS draft,
  CASE WHEN r.mention_id IS NOT NULL THEN json_build_object(
    'text', r.body, 'url', r.url, 'proof', r.proof, 'author', ${person("ra")}, 'at', ${iso("r.at")}) END AS reply,
  CASE WHEN m.assignee IS NOT NULL THEN ${person("s")} END AS assignee, m.merged_into AS "mergedInto",
  CASE WHEN f.mention_id IS NOT NULL THEN json_build_object(
    'text', f.body, 'url', f.url, 'mood', f.mood, 'at', ${iso("f.at")}) END AS "followUp") as_sent)`;

/** What `mentionJson` reads besides the mention itself, all of the same workspace. */
export const mentionJoins = `
  LEFT JOIN members h ON h.workspace_id = m.workspace_id AND h.member_id = m.holder
  LEFT JOIN drafts d ON d.workspace_id = m.workspace_id AND d.mention_id = m.mention_id
  LEFT JOIN members da ON da.workspace_id = d.workspace_id AND da.member_id = d.author
  LEFT JOIN replies r ON r.workspace_id = m.workspace_id AND r.mention_id = m.mention_id
  LEFT JOIN members ra ON ra.workspace_id = r.workspace_id AND ra.member_id = r.author
  LEFT JOIN members s ON s.workspace_id = m.workspace_id AND s.member_id = m.assignee
  LEFT JOIN follow_ups f ON f.workspace_id = m.workspace_id AND f.mention_id = m.mention_id AND f.post_id = m.follow_up`;
