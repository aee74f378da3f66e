-- Up Migration

ALTER TABLE replies ADD COLUMN disclosure_gap text, ADD COLUMN disclosure_side text;
COMMENT ON COLUMN replies.disclosure_gap IS 'The language of the post when the workspace had no disclosure in it; null when it had one.';
COMMENT ON COLUMN replies.disclosure_side IS 'Whom its author spoke as when there was such a gap: customer or brand.';
CREATE INDEX replies_disclosure_gaps ON replies (workspace_id, disclosure_gap, disclosure_side) WHERE disclosure_gap IS NOT NULL;
