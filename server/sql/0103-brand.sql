-- Up Migration
-- What makes a workspace the brand's own, besides its name. A table of its own: the row of a workspace is written with every change of anything in it.

CREATE TABLE brands (
  workspace_id text PRIMARY KEY REFERENCES workspaces,
  mark jsonb,
  handles jsonb NOT NULL DEFAULT '{}',
  language text,
  cleared boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE brands IS 'What makes a workspace the brand''s own.';
COMMENT ON COLUMN brands.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN brands.mark IS 'Its mark as the wire has it: a picture, or two letters and a colour; null: none was set.';
COMMENT ON COLUMN brands.handles IS 'The brand''s own accounts by site, in small letters and without the @: their posts are never mentions.';
COMMENT ON COLUMN brands.language IS 'Primary tag of the language to answer in where a post does not tell its own; null: none was set.';
COMMENT ON COLUMN brands.cleared IS 'Whether the posts of its own accounts were taken out of the queue; false while some may still wait there.';
