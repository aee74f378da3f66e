/** A time as the wire writes it. */
export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const person = (table: string): string => `json_build_object('id', ${table}.member_id, 'name', ${table}.name)`;

/** The claim of a mention `m`, null when nobody has it; needs its holder as the member `h`. */
export const claimJson = `CASE WHEN m.status = 'claimed' THEN json_build_object(
    'holder', ${person("h")}, 'fence', m.fence, 'expiresAt', ${iso("m.claim_expires_at")}, 'renewals', m.renewals) END`;

/** How the review of a draft `d` stands, with what was said of its text as it is; null when it was never sent. */
const reviewJson = `CASE WHEN d.review_since IS NOT NULL THEN json_build_object(
    'since', ${iso("d.review_since")}, 'needs', d.needs, 'needsUnlike', d.needs_unlike, 'forStaff', d.for_staff, 'reason', d.reason,
    'verdicts', (SELECT coalesce(json_agg(json_build_object('by', ${person("v")}, 'verdict', rv.verdict, 'text', rv.suggestion) ORDER BY rv.at), '[]')
      FROM reviews rv JOIN members v ON v.workspace_id = rv.workspace_id AND v.member_id = rv.reviewer
      WHERE rv.workspace_id = d.workspace_id AND rv.mention_id = d.mention_id AND rv.text_hash = sha256(convert_to(d.body, 'UTF8')))) END`;

/** A mention `m` as the wire has it; needs `mentionJoins`. */
export const mentionJson = `json_build_object(
  'id', m.mention_id, 'site', m.site, 'postId', m.post_id, 'permalink', m.permalink, 'author', m.author,
  'excerpt', m.excerpt, 'partial', m.partial, 'lang', m.lang, 'postedAt', ${iso("m.posted_at")},
  'firstSeenAt', ${iso("m.first_seen_at")}, 'dueAt', ${iso("m.due_at")}, 'labels', m.labels, 'triage', m.triage, 'overrules', m.overrules,
  'status', m.status, 'route', m.route, 'note', m.note, 'revision', m.revision,
  'claim', ${claimJson},
  'draft', CASE WHEN d.mention_id IS NOT NULL THEN json_build_object(
    'text', d.body, 'status', d.status, 'author', ${person("da")}, 'updatedAt', ${iso("d.updated_at")}, 'review', ${reviewJson}) END,
  'reply', CASE WHEN r.mention_id IS NOT NULL THEN json_build_object(
    'text', r.body, 'url', r.url, 'proof', r.proof, 'author', ${person("ra")}, 'at', ${iso("r.at")}) END,
  'assignee', CASE WHEN m.assignee IS NOT NULL THEN ${person("s")} END, 'mergedInto', m.merged_into,
  'followUp', CASE WHEN f.mention_id IS NOT NULL THEN json_build_object(
    'text', f.body, 'url', f.url, 'mood', f.mood, 'at', ${iso("f.at")}) END)`;

/** What `mentionJson` reads besides the mention itself, all of the same workspace. */
export const mentionJoins = `
  LEFT JOIN members h ON h.workspace_id = m.workspace_id AND h.member_id = m.holder
  LEFT JOIN drafts d ON d.workspace_id = m.workspace_id AND d.mention_id = m.mention_id
  LEFT JOIN members da ON da.workspace_id = d.workspace_id AND da.member_id = d.author
  LEFT JOIN replies r ON r.workspace_id = m.workspace_id AND r.mention_id = m.mention_id
  LEFT JOIN members ra ON ra.workspace_id = r.workspace_id AND ra.member_id = r.author
  LEFT JOIN members s ON s.workspace_id = m.workspace_id AND s.member_id = m.assignee
  LEFT JOIN follow_ups f ON f.workspace_id = m.workspace_id AND f.mention_id = m.mention_id AND f.post_id = m.follow_up`;
