-- Up Migration

CREATE TABLE language_models (
  workspace_id text PRIMARY KEY REFERENCES workspaces,
  address text NOT NULL,
  model text NOT NULL,
  sealed_key bytea,
  updated_at timestamptz NOT NULL
);
COMMENT ON TABLE language_models IS 'The model that drafts replies for a workspace; none without a row. No device hears of it.';
COMMENT ON COLUMN language_models.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN language_models.address IS 'Where it answers, up to and without /chat/completions.';
COMMENT ON COLUMN language_models.model IS 'What it is called there.';
COMMENT ON COLUMN language_models.sealed_key IS 'The key, sealed with the server''s secret; null where none is needed. It leaves the server only towards the address.';
COMMENT ON COLUMN language_models.updated_at IS 'Last change.';
