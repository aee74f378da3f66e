-- Up Migration
-- Answers that members propose for the record.

ALTER TABLE knowledge ADD COLUMN owner text;
ALTER TABLE knowledge ADD COLUMN proposed boolean NOT NULL DEFAULT false;
CREATE INDEX knowledge_by_owner ON knowledge (workspace_id, owner) WHERE owner IS NOT NULL;
COMMENT ON COLUMN knowledge.owner IS 'The member who proposed it, or who wrote or imported it first; null: nobody who is still here.';
COMMENT ON COLUMN knowledge.proposed IS 'Its owner proposed it, and somebody accepted that.';

CREATE TABLE knowledge_proposals (
  workspace_id text NOT NULL,
  proposal_id text NOT NULL,
  member_id text NOT NULL,
  mention_id text,
  lang text NOT NULL,
  title text NOT NULL,
  answer text NOT NULL,
  answer_hash bytea NOT NULL,
  state text NOT NULL DEFAULT 'open',
  reason text,
  note text NOT NULL DEFAULT '',
  at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (workspace_id, proposal_id),
  CONSTRAINT knowledge_proposals_state CHECK (state IN ('open', 'accepted', 'declined')),
  CONSTRAINT knowledge_proposals_settled CHECK ((state = 'open') = (settled_at IS NULL)),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
CREATE UNIQUE INDEX knowledge_proposals_same ON knowledge_proposals (workspace_id, answer_hash) WHERE state = 'open';
CREATE INDEX knowledge_proposals_of_member ON knowledge_proposals (workspace_id, member_id, at);
CREATE INDEX knowledge_proposals_by_post ON knowledge_proposals (workspace_id, mention_id) WHERE mention_id IS NOT NULL;
COMMENT ON TABLE knowledge_proposals IS 'Answers that members would keep for the record. Only their proposer and who decides see them.';
COMMENT ON COLUMN knowledge_proposals.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN knowledge_proposals.proposal_id IS 'Id of the proposal.';
COMMENT ON COLUMN knowledge_proposals.member_id IS 'Who proposed it.';
COMMENT ON COLUMN knowledge_proposals.mention_id IS 'From the answer to which mention; null once that is deleted.';
COMMENT ON COLUMN knowledge_proposals.lang IS 'BCP-47.';
COMMENT ON COLUMN knowledge_proposals.title IS 'What it is about.';
COMMENT ON COLUMN knowledge_proposals.answer IS 'The text, with placeholders.';
COMMENT ON COLUMN knowledge_proposals.answer_hash IS 'SHA-256 of the text in small letters and without its spaces: the same waits once.';
COMMENT ON COLUMN knowledge_proposals.state IS 'Waits, is on record, or is not kept.';
COMMENT ON COLUMN knowledge_proposals.reason IS 'Why it is not kept.';
COMMENT ON COLUMN knowledge_proposals.note IS 'What was said to its proposer besides.';
COMMENT ON COLUMN knowledge_proposals.at IS 'When it was proposed.';
COMMENT ON COLUMN knowledge_proposals.settled_at IS 'When somebody decided.';
