-- Up Migration

ALTER TABLE keyword_lists ADD COLUMN negative boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN keyword_lists.negative IS 'Where one of its entries hits, the post is no mention.';

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
COMMENT ON COLUMN keyword_parts.workspace_id IS 'Whose list.';
COMMENT ON COLUMN keyword_parts.device_id IS 'The device that pushes.';
COMMENT ON COLUMN keyword_parts.push_id IS 'Which push; minted by the device.';
COMMENT ON COLUMN keyword_parts.part IS 'Its place, from 1.';
COMMENT ON COLUMN keyword_parts.entries IS 'The lines, checked each by itself.';
COMMENT ON COLUMN keyword_parts.at IS 'When it came.';
