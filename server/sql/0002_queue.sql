-- Up Migration

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
  due_at timestamptz NOT NULL,
  labels text[] NOT NULL,
  counts json NOT NULL,
  triage jsonb NOT NULL,
  language text NOT NULL,
  priority real NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'claimed', 'answered', 'escalated', 'dismissed', 'gone')),
  route text NOT NULL CHECK (route IN ('community', 'first_line', 'second_line')),
  routed_by_person boolean NOT NULL,
  note text,
  waiting_since timestamptz NOT NULL,
  fence bigint NOT NULL,
  holder text,
  claim_expires_at timestamptz,
  claim_seen_at timestamptz,
  renewals smallint NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, mention_id),
  FOREIGN KEY (workspace_id, holder) REFERENCES members,
  CHECK (status <> 'claimed' OR (holder IS NOT NULL AND claim_expires_at IS NOT NULL AND claim_seen_at IS NOT NULL))
);
CREATE INDEX mentions_by_revision ON mentions (workspace_id, revision);
CREATE INDEX mentions_waiting ON mentions (workspace_id, priority DESC, due_at) WHERE status IN ('open', 'escalated');
CREATE INDEX mentions_claimed ON mentions (workspace_id, holder) WHERE status = 'claimed';
CREATE INDEX mentions_unclaimed ON mentions (workspace_id, waiting_since) WHERE status = 'open';
COMMENT ON TABLE mentions IS 'Posts that matched: the queue.';
COMMENT ON COLUMN mentions.workspace_id IS 'Whose queue.';
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
COMMENT ON COLUMN mentions.due_at IS 'When the first answer is due; set once.';
COMMENT ON COLUMN mentions.labels IS 'What the hits are called.';
COMMENT ON COLUMN mentions.counts IS 'Highest counts seen: replies, reposts, likes, views.';
COMMENT ON COLUMN mentions.triage IS 'Scores, route and reasons.';
COMMENT ON COLUMN mentions.language IS 'triage.lang, to choose by.';
COMMENT ON COLUMN mentions.priority IS 'triage.priority, to order by.';
COMMENT ON COLUMN mentions.status IS 'Where it is in its life.';
COMMENT ON COLUMN mentions.route IS 'Whose it is now.';
COMMENT ON COLUMN mentions.routed_by_person IS 'A person chose the route, so a new score does not move it.';
COMMENT ON COLUMN mentions.note IS 'Why it was dismissed or handed on by a person.';
COMMENT ON COLUMN mentions.waiting_since IS 'Since when nobody has it.';
COMMENT ON COLUMN mentions.fence IS 'Number of the latest claim; kept for ever, so that a late write by a former holder is known.';
COMMENT ON COLUMN mentions.holder IS 'Who made the latest claim; holds it while the status is claimed.';
COMMENT ON COLUMN mentions.claim_expires_at IS 'End of the lease.';
COMMENT ON COLUMN mentions.claim_seen_at IS 'Last sign of life of the holder. Raises no revision.';
COMMENT ON COLUMN mentions.renewals IS 'How often the latest claim was renewed.';
COMMENT ON COLUMN mentions.revision IS 'The revision of the last change that devices see.';

CREATE TABLE drafts (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  body text NOT NULL,
  status text NOT NULL CHECK (status IN ('writing', 'in_review', 'approved', 'posted', 'rejected', 'withdrawn')),
  author text NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions,
  FOREIGN KEY (workspace_id, author) REFERENCES members
);
COMMENT ON TABLE drafts IS 'The draft of a mention; it stays for the next holder.';
COMMENT ON COLUMN drafts.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN drafts.mention_id IS 'Of which mention.';
COMMENT ON COLUMN drafts.body IS 'The text.';
COMMENT ON COLUMN drafts.status IS 'Where it is in its life.';
COMMENT ON COLUMN drafts.author IS 'Who wrote last.';
COMMENT ON COLUMN drafts.updated_at IS 'When.';

CREATE TABLE replies (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  body text NOT NULL,
  url text,
  proof text NOT NULL CHECK (proof IN ('seen', 'confirmed')),
  author text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions,
  FOREIGN KEY (workspace_id, author) REFERENCES members
);
COMMENT ON TABLE replies IS 'Published answers; one for a mention.';
COMMENT ON COLUMN replies.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN replies.mention_id IS 'Of which mention.';
COMMENT ON COLUMN replies.body IS 'The text.';
COMMENT ON COLUMN replies.url IS 'Where it stands on the site; null when the member only confirmed it.';
COMMENT ON COLUMN replies.proof IS 'seen on the page, or confirmed by the member.';
COMMENT ON COLUMN replies.author IS 'Who answered.';
COMMENT ON COLUMN replies.at IS 'When the server heard of it.';

CREATE TABLE keyword_lists (
  workspace_id text NOT NULL REFERENCES workspaces,
  list_id text NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  entries json NOT NULL,
  updated_at timestamptz NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, list_id)
);
CREATE INDEX keyword_lists_by_revision ON keyword_lists (workspace_id, revision);
COMMENT ON TABLE keyword_lists IS 'What the devices look for.';
COMMENT ON COLUMN keyword_lists.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN keyword_lists.list_id IS 'Chosen by the admin''s device.';
COMMENT ON COLUMN keyword_lists.name IS 'What people call it.';
COMMENT ON COLUMN keyword_lists.version IS 'Rises by one with every push; a push on an older one is refused.';
COMMENT ON COLUMN keyword_lists.entries IS 'The lines, as the devices read them.';
COMMENT ON COLUMN keyword_lists.updated_at IS 'Last push.';
COMMENT ON COLUMN keyword_lists.revision IS 'The revision of the last change.';

CREATE TABLE knowledge (
  workspace_id text NOT NULL REFERENCES workspaces,
  item_id text NOT NULL,
  lang text NOT NULL,
  title text NOT NULL,
  topics text[] NOT NULL,
  answer text NOT NULL,
  link text,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, item_id)
);
CREATE INDEX knowledge_by_revision ON knowledge (workspace_id, revision);
COMMENT ON TABLE knowledge IS 'Answers on record; the source of suggestions.';
COMMENT ON COLUMN knowledge.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN knowledge.item_id IS 'Id of the item.';
COMMENT ON COLUMN knowledge.lang IS 'BCP-47.';
COMMENT ON COLUMN knowledge.title IS 'What it is about.';
COMMENT ON COLUMN knowledge.topics IS 'Words and questions that lead to it.';
COMMENT ON COLUMN knowledge.answer IS 'The text, with placeholders.';
COMMENT ON COLUMN knowledge.link IS 'Where to read more.';
COMMENT ON COLUMN knowledge.revision IS 'The revision of the last change.';
