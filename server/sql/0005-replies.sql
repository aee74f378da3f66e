-- Up Migration
-- What is answered: drafts, what others said of them, and what was published.

CREATE TABLE drafts (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  body text NOT NULL,
  status text NOT NULL CHECK (status IN ('writing', 'in_review', 'approved', 'posted', 'rejected')),
  author text NOT NULL,
  of_staff boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL,
  review_since timestamptz,
  needs smallint NOT NULL DEFAULT 0,
  needs_unlike boolean NOT NULL DEFAULT false,
  for_staff boolean NOT NULL DEFAULT false,
  reason text,
  PRIMARY KEY (workspace_id, mention_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions,
  FOREIGN KEY (workspace_id, author) REFERENCES members
);
CREATE INDEX drafts_open ON drafts (workspace_id, author) WHERE status <> 'posted';
CREATE INDEX drafts_in_review ON drafts (workspace_id, review_since) WHERE status = 'in_review';
COMMENT ON TABLE drafts IS 'The draft of a mention; it stays for the next holder.';
COMMENT ON COLUMN drafts.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN drafts.mention_id IS 'Of which mention.';
COMMENT ON COLUMN drafts.body IS 'The text.';
COMMENT ON COLUMN drafts.status IS 'Where it is in its life.';
COMMENT ON COLUMN drafts.author IS 'Who wrote last.';
COMMENT ON COLUMN drafts.of_staff IS 'Its author worked for staff when it was written: advocates never see it.';
COMMENT ON COLUMN drafts.updated_at IS 'When.';
COMMENT ON COLUMN drafts.review_since IS 'Since when it waits for the next reviewer; null while it was never sent for review.';
COMMENT ON COLUMN drafts.needs IS 'Approvals that are missing.';
COMMENT ON COLUMN drafts.needs_unlike IS 'What is missing is the word of somebody unlike the author.';
COMMENT ON COLUMN drafts.for_staff IS 'No reviewer came in time: staff is asked for.';
COMMENT ON COLUMN drafts.reason IS 'Why it was last sent back; null once it is sent again.';

CREATE TABLE reviews (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  text_hash bytea NOT NULL,
  reviewer text NOT NULL,
  author text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('approved', 'rejected', 'suggested')),
  suggestion text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, text_hash, reviewer),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, reviewer) REFERENCES members,
  FOREIGN KEY (workspace_id, author) REFERENCES members
);
CREATE INDEX reviews_by_reviewer ON reviews (workspace_id, reviewer);
CREATE INDEX reviews_by_author ON reviews (workspace_id, author);
COMMENT ON TABLE reviews IS 'What members said of drafts: the last word of each on each text.';
COMMENT ON COLUMN reviews.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN reviews.mention_id IS 'Of which mention''s draft.';
COMMENT ON COLUMN reviews.text_hash IS 'SHA-256 of the very text that was read: a changed draft has no reviews.';
COMMENT ON COLUMN reviews.reviewer IS 'Who said it.';
COMMENT ON COLUMN reviews.author IS 'Who wrote the draft.';
COMMENT ON COLUMN reviews.verdict IS 'Would post it, sent it back, or would post something else.';
COMMENT ON COLUMN reviews.suggestion IS 'What the reviewer would post instead.';
COMMENT ON COLUMN reviews.at IS 'When.';

-- Refers to nothing: the transaction that writes it has locked the mention and looked up the member; what is purged takes its reply along.
CREATE TABLE replies (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  body text NOT NULL,
  url text,
  proof text NOT NULL CHECK (proof IN ('seen', 'confirmed')),
  author text NOT NULL,
  disclosure text,
  disclosure_gap text,
  disclosure_side text,
  taken_back boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id)
);
CREATE INDEX replies_disclosure_gaps ON replies (workspace_id, disclosure_gap, disclosure_side) WHERE disclosure_gap IS NOT NULL;
COMMENT ON TABLE replies IS 'Published answers; one for a mention.';
COMMENT ON COLUMN replies.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN replies.mention_id IS 'Of which mention.';
COMMENT ON COLUMN replies.body IS 'The text.';
COMMENT ON COLUMN replies.url IS 'Where it stands on the site; null when the member only confirmed it.';
COMMENT ON COLUMN replies.proof IS 'seen on the page, or confirmed by the member.';
COMMENT ON COLUMN replies.author IS 'Who answered.';
COMMENT ON COLUMN replies.disclosure IS 'The tie to the brand as it stood in the published words; null when it did not.';
COMMENT ON COLUMN replies.disclosure_gap IS 'The language of the post when the workspace had no disclosure in it; null when it had one.';
COMMENT ON COLUMN replies.disclosure_side IS 'Whom its author spoke as when there was such a gap: customer or brand.';
COMMENT ON COLUMN replies.taken_back IS 'A moderator took back what its author did: it shows nowhere.';
COMMENT ON COLUMN replies.at IS 'When the server heard of it.';
