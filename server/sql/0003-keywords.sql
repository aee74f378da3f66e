-- Up Migration
-- What the devices look for.

CREATE TABLE keyword_lists (
  workspace_id text NOT NULL REFERENCES workspaces,
  list_id text NOT NULL,
  name text NOT NULL,
  negative boolean NOT NULL DEFAULT false,
  version integer NOT NULL,
  entries json NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, list_id)
);
CREATE INDEX keyword_lists_by_revision ON keyword_lists (workspace_id, revision);
COMMENT ON TABLE keyword_lists IS 'What the devices look for.';
COMMENT ON COLUMN keyword_lists.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN keyword_lists.list_id IS 'Chosen by the admin''s device.';
COMMENT ON COLUMN keyword_lists.name IS 'What people call it.';
COMMENT ON COLUMN keyword_lists.negative IS 'Where one of its entries hits, the post is no mention.';
COMMENT ON COLUMN keyword_lists.version IS 'Rises by one with every push; a push on an older one is refused.';
COMMENT ON COLUMN keyword_lists.entries IS 'The lines, as the devices read them.';
COMMENT ON COLUMN keyword_lists.removed IS 'Taken out: it has no lines any more, and stays until every device has heard of it.';
COMMENT ON COLUMN keyword_lists.updated_at IS 'Last push.';
COMMENT ON COLUMN keyword_lists.revision IS 'The revision of the last change.';

CREATE TABLE keyword_parts (
  workspace_id text NOT NULL,
  device_id text NOT NULL,
  push_id uuid NOT NULL,
  part smallint NOT NULL,
  entries json NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, device_id, push_id, part),
  FOREIGN KEY (workspace_id, device_id) REFERENCES devices (workspace_id, device_id)
);
COMMENT ON TABLE keyword_parts IS 'Parts of a long keyword list on their way: gone once they are pushed, or a day after nobody did.';
COMMENT ON COLUMN keyword_parts.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN keyword_parts.device_id IS 'The device that pushes.';
COMMENT ON COLUMN keyword_parts.push_id IS 'Which push; minted by the device.';
COMMENT ON COLUMN keyword_parts.part IS 'Its place, from 1.';
COMMENT ON COLUMN keyword_parts.entries IS 'The lines, checked each by itself.';
COMMENT ON COLUMN keyword_parts.at IS 'When it came.';
