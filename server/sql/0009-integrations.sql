-- Up Migration
-- Other systems that hear of mentions, and what they are told.

CREATE TABLE integrations (
  workspace_id text NOT NULL REFERENCES workspaces,
  integration_id text NOT NULL,
  name text NOT NULL,
  target jsonb NOT NULL,
  sealed_secret bytea NOT NULL,
  hook_code text NOT NULL,
  events text[] NOT NULL,
  enabled boolean NOT NULL,
  problem text,
  failures integer NOT NULL,
  paused_until timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, integration_id)
);
COMMENT ON TABLE integrations IS 'Other systems that hear of mentions: help desks, webhooks, chats.';
COMMENT ON COLUMN integrations.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN integrations.integration_id IS 'Chosen by the admin''s device.';
COMMENT ON COLUMN integrations.name IS 'What people call it.';
COMMENT ON COLUMN integrations.target IS 'Kind, address and what it wants to be told by; no secrets.';
COMMENT ON COLUMN integrations.sealed_secret IS 'Key of the desk, signing secret of the webhook, or address of the chat, sealed with the server''s secret. Never synced, never logged.';
COMMENT ON COLUMN integrations.hook_code IS 'What a desk calls when a ticket changed, after the workspace''s id; made of the secret, so that nobody guesses it.';
COMMENT ON COLUMN integrations.events IS 'What a webhook or chat hears of.';
COMMENT ON COLUMN integrations.enabled IS 'Off: nothing new is told, what waits is kept.';
COMMENT ON COLUMN integrations.problem IS 'Why the last call failed; null when it did not.';
COMMENT ON COLUMN integrations.failures IS 'Calls that failed in a row.';
COMMENT ON COLUMN integrations.paused_until IS 'It is left alone until then.';
COMMENT ON COLUMN integrations.created_at IS 'When it was set up; what happened before is not told.';

CREATE TABLE told_until (
  workspace_id text PRIMARY KEY REFERENCES workspaces,
  revision bigint NOT NULL
);
COMMENT ON TABLE told_until IS 'How far the mentions have been looked at for news.';
COMMENT ON COLUMN told_until.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN told_until.revision IS 'All changes up to this revision are in deliveries, where somebody wants them.';

CREATE TABLE told (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  place text NOT NULL,
  warned boolean NOT NULL,
  follow_up text,
  PRIMARY KEY (workspace_id, mention_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
COMMENT ON TABLE told IS 'Where a mention was when it was last looked at for news; none: with the community.';
COMMENT ON COLUMN told.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN told.mention_id IS 'Which mention.';
COMMENT ON COLUMN told.place IS 'The route while it is live, else its status.';
COMMENT ON COLUMN told.warned IS 'That its clock runs out has been told.';
COMMENT ON COLUMN told.follow_up IS 'The latest follow-up that was told.';

CREATE TABLE deliveries (
  workspace_id text NOT NULL,
  delivery_id text NOT NULL,
  integration_id text NOT NULL,
  mention_id text,
  event text NOT NULL,
  payload json NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
  attempts integer NOT NULL,
  at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  tried_at timestamptz,
  problem text,
  status integer,
  PRIMARY KEY (workspace_id, delivery_id),
  FOREIGN KEY (workspace_id, integration_id) REFERENCES integrations ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
CREATE INDEX deliveries_due ON deliveries (workspace_id, integration_id, mention_id, at) WHERE state = 'waiting';
CREATE INDEX deliveries_log ON deliveries (workspace_id, integration_id, at DESC);
COMMENT ON TABLE deliveries IS 'What other systems are to be told, and were.';
COMMENT ON COLUMN deliveries.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN deliveries.delivery_id IS 'Random; the id that the other end knows it by.';
COMMENT ON COLUMN deliveries.integration_id IS 'Whom it is for.';
COMMENT ON COLUMN deliveries.mention_id IS 'What it is about; null for a test.';
COMMENT ON COLUMN deliveries.event IS 'What happened.';
COMMENT ON COLUMN deliveries.payload IS 'What is sent: the mention as it was then. Gone with the mention.';
COMMENT ON COLUMN deliveries.state IS 'waiting, done, or failed: given up until somebody tries it again.';
COMMENT ON COLUMN deliveries.attempts IS 'Raised before each try, so that a try whose end is unknown is known.';
COMMENT ON COLUMN deliveries.at IS 'When it happened.';
COMMENT ON COLUMN deliveries.next_at IS 'Not tried before; moved on before each try, so that two servers never try one at once.';
COMMENT ON COLUMN deliveries.tried_at IS 'Last try.';
COMMENT ON COLUMN deliveries.problem IS 'Why the last try failed.';
COMMENT ON COLUMN deliveries.status IS 'HTTP status of the last answer.';

CREATE TABLE tickets (
  workspace_id text NOT NULL,
  integration_id text NOT NULL,
  mention_id text NOT NULL,
  ticket_key text NOT NULL,
  external_id text,
  url text,
  closed boolean NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, integration_id, mention_id),
  FOREIGN KEY (workspace_id, integration_id) REFERENCES integrations ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
CREATE INDEX tickets_open ON tickets (workspace_id, integration_id, read_at) WHERE NOT closed;
COMMENT ON TABLE tickets IS 'A mention''s ticket at a help desk.';
COMMENT ON COLUMN tickets.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN tickets.integration_id IS 'Which desk.';
COMMENT ON COLUMN tickets.mention_id IS 'Of which mention.';
COMMENT ON COLUMN tickets.ticket_key IS 'Ours, stored before the desk is called; finds the ticket when the answer was lost.';
COMMENT ON COLUMN tickets.external_id IS 'The desk''s id; null until the desk has confirmed it.';
COMMENT ON COLUMN tickets.url IS 'Where an agent reads it.';
COMMENT ON COLUMN tickets.closed IS 'Closed, there or here.';
COMMENT ON COLUMN tickets.read_at IS 'When the desk was last asked how it stands.';
