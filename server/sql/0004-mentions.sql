-- Up Migration
-- The queue: posts that matched, who holds them, what members saw of them, and what happened to them since.

-- holder refers to no member: the claim's transaction has looked the member up, and checking it again for every row is a part of what a claim costs.
CREATE TABLE mentions (
  workspace_id text NOT NULL REFERENCES workspaces,
  mention_id text NOT NULL,
  site text NOT NULL,
  post_id text NOT NULL,
  permalink text,
  author json NOT NULL,
  excerpt text NOT NULL,
  partial boolean NOT NULL,
  lang text,
  posted_at timestamptz,
  first_seen_at timestamptz NOT NULL,
  reported_by text,
  by_hand boolean NOT NULL DEFAULT false,
  labels text[] NOT NULL,
  counts json NOT NULL,
  triage jsonb NOT NULL,
  scored jsonb,
  overrules jsonb NOT NULL DEFAULT '[]',
  language text NOT NULL,
  priority real NOT NULL,
  due_at timestamptz NOT NULL,
  warn_at timestamptz NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'claimed', 'answered', 'escalated', 'dismissed', 'gone')),
  route text NOT NULL CHECK (route IN ('community', 'first_line', 'second_line')),
  routed_by_person boolean NOT NULL,
  note text,
  note_by text,
  assignee text,
  merged_into text,
  follow_up text,
  waiting_since timestamptz NOT NULL,
  fence bigint NOT NULL,
  holder text,
  claim_expires_at timestamptz,
  claim_seen_at timestamptz,
  renewals smallint NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, mention_id),
  FOREIGN KEY (workspace_id, assignee) REFERENCES members,
  CHECK (status <> 'claimed' OR (holder IS NOT NULL AND claim_expires_at IS NOT NULL AND claim_seen_at IS NOT NULL))
);
CREATE INDEX mentions_by_revision ON mentions (workspace_id, revision);
CREATE INDEX mentions_claimed ON mentions (workspace_id, holder) WHERE status = 'claimed';
CREATE INDEX mentions_unclaimed ON mentions (workspace_id, waiting_since) WHERE status = 'open';
CREATE INDEX mentions_closed ON mentions (workspace_id, waiting_since) WHERE status IN ('answered', 'dismissed', 'gone');
CREATE INDEX mentions_to_warn ON mentions (workspace_id, warn_at) WHERE status IN ('open', 'escalated');
-- The turn: 72 seconds a point. With the usual patience a hundred points, the most there are, outweigh two hours of waiting, the time to the
-- first answer. No generated column: every statement that writes to its table reads it from the catalog anew.
CREATE INDEX mentions_by_turn ON mentions (workspace_id, status, ((first_seen_at AT TIME ZONE 'UTC') - priority * interval '72 seconds'))
  WHERE status IN ('open', 'escalated');
COMMENT ON INDEX mentions_by_turn IS 'The earliest is next. A high priority puts a mention ahead, by the patience at most: whatever waits longer is overtaken by nothing new.';
CREATE INDEX mentions_by_language ON mentions (workspace_id, status, language, ((first_seen_at AT TIME ZONE 'UTC') - priority * interval '72 seconds'))
  WHERE status IN ('open', 'escalated');
-- decode(..., 'escape') gives a text's bytes as they are but for the backslash; unlike convert_to it may stand in an index.
CREATE INDEX mentions_by_bucket ON mentions
  (workspace_id, (left(encode(sha256(decode(replace(mention_id, E'\\', E'\\\\'), 'escape')), 'hex'), 5)));
COMMENT ON INDEX mentions_by_bucket IS 'By the first five hexadecimal digits of the hash of the id.';
COMMENT ON TABLE mentions IS 'Posts that matched: the queue.';
COMMENT ON COLUMN mentions.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN mentions.mention_id IS 'site:post_id, so that one post is one row whoever saw it.';
COMMENT ON COLUMN mentions.site IS 'The social site.';
COMMENT ON COLUMN mentions.post_id IS 'The site''s own id of the post.';
COMMENT ON COLUMN mentions.permalink IS 'Where the post stands.';
COMMENT ON COLUMN mentions.author IS 'handle, name, verified, as the page showed them.';
COMMENT ON COLUMN mentions.excerpt IS 'At most 280 characters of the text: all that leaves a device.';
COMMENT ON COLUMN mentions.partial IS 'The page showed only the beginning.';
COMMENT ON COLUMN mentions.lang IS 'BCP-47, as the site declares it.';
COMMENT ON COLUMN mentions.posted_at IS 'Time of the post.';
COMMENT ON COLUMN mentions.first_seen_at IS 'First report.';
COMMENT ON COLUMN mentions.reported_by IS 'Who reported it first: their words stand until two others agree on others.';
COMMENT ON COLUMN mentions.by_hand IS 'No keyword was found in it: a member added it.';
COMMENT ON COLUMN mentions.labels IS 'What the hits are called.';
COMMENT ON COLUMN mentions.counts IS 'Highest counts seen: replies, reposts, likes, views.';
COMMENT ON COLUMN mentions.triage IS 'Scores, route and reasons, with the overrules laid over them.';
COMMENT ON COLUMN mentions.scored IS 'What triage itself said; null while nobody overruled it.';
COMMENT ON COLUMN mentions.overrules IS 'What people said instead, a field each: field, value, was, by, at.';
COMMENT ON COLUMN mentions.language IS 'triage.lang, to choose by.';
COMMENT ON COLUMN mentions.priority IS 'To order by: triage.priority, stretched by the workspace''s patience.';
COMMENT ON COLUMN mentions.due_at IS 'When the first answer is due, by the workspace''s calendar; set once.';
COMMENT ON COLUMN mentions.warn_at IS 'When the clock is about to run out; set with due_at.';
COMMENT ON COLUMN mentions.status IS 'Where it is in its life.';
COMMENT ON COLUMN mentions.route IS 'Whose it is now.';
COMMENT ON COLUMN mentions.routed_by_person IS 'A person chose the route, so a new score does not move it.';
COMMENT ON COLUMN mentions.note IS 'Why it was dismissed or handed on by a person.';
COMMENT ON COLUMN mentions.note_by IS 'Who wrote the note; null when a rule or the help desk did.';
COMMENT ON COLUMN mentions.assignee IS 'Of staff: who should take care of it; holds nothing.';
COMMENT ON COLUMN mentions.merged_into IS 'The mention that stands for this one; set while it is dismissed as the same.';
COMMENT ON COLUMN mentions.follow_up IS 'post_id of the latest follow-up.';
COMMENT ON COLUMN mentions.waiting_since IS 'Since when nobody has it.';
COMMENT ON COLUMN mentions.fence IS 'Number of the latest claim; kept for ever, so that a late write by a former holder is known.';
COMMENT ON COLUMN mentions.holder IS 'Who made the latest claim; holds it while the status is claimed.';
COMMENT ON COLUMN mentions.claim_expires_at IS 'End of the lease.';
COMMENT ON COLUMN mentions.claim_seen_at IS 'Last sign of life of the holder. Raises no revision.';
COMMENT ON COLUMN mentions.renewals IS 'How often the latest claim was renewed.';
COMMENT ON COLUMN mentions.revision IS 'The revision of the last change that devices see.';

CREATE TABLE sightings (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  member_id text NOT NULL,
  said jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, member_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
COMMENT ON TABLE sightings IS 'What members say of a post that differs from what its mention says, the last word of each; it counts when two agree.';
COMMENT ON COLUMN sightings.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN sightings.mention_id IS 'Of which mention.';
COMMENT ON COLUMN sightings.member_id IS 'Who.';
COMMENT ON COLUMN sightings.said IS 'Text, author, link, time, language and counts as they saw them.';
COMMENT ON COLUMN sightings.at IS 'When.';

CREATE TABLE follow_ups (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  post_id text NOT NULL,
  heard_by text NOT NULL DEFAULT '',
  body text NOT NULL,
  url text,
  mood text NOT NULL CHECK (mood IN ('negative', 'thanks', 'other')),
  state text NOT NULL DEFAULT 'believed' CHECK (state IN ('heard', 'believed', 'declined')),
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, post_id, heard_by),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
COMMENT ON TABLE follow_ups IS 'What a post''s author wrote after the answer.';
COMMENT ON COLUMN follow_ups.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN follow_ups.mention_id IS 'To which mention.';
COMMENT ON COLUMN follow_ups.post_id IS 'The site''s own id of the later post.';
COMMENT ON COLUMN follow_ups.heard_by IS 'Who heard it; empty when that is not known.';
COMMENT ON COLUMN follow_ups.body IS 'At most 280 characters of it.';
COMMENT ON COLUMN follow_ups.url IS 'Where it stands.';
COMMENT ON COLUMN follow_ups.mood IS 'How it sounds: still unhappy, thankful, or neither.';
COMMENT ON COLUMN follow_ups.state IS 'heard by one; believed since a second heard the same or staff said so; declined by staff.';
COMMENT ON COLUMN follow_ups.at IS 'When the server heard of it.';

CREATE UNLOGGED TABLE presence (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  member_id text NOT NULL,
  doing text NOT NULL CHECK (doing IN ('looking', 'writing')),
  until timestamptz NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, member_id)
);
CREATE INDEX presence_by_revision ON presence (workspace_id, revision);
COMMENT ON TABLE presence IS 'Who looks at or writes on what, for two minutes. Unlogged: a crash may lose it.';
COMMENT ON COLUMN presence.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN presence.mention_id IS 'At which mention.';
COMMENT ON COLUMN presence.member_id IS 'Who.';
COMMENT ON COLUMN presence.doing IS 'What.';
COMMENT ON COLUMN presence.until IS 'When it is over unless said again.';
COMMENT ON COLUMN presence.revision IS 'The revision of the last change; saying the same again raises none.';
