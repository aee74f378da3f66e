-- Up Migration
-- What a claim and a reply cost the database beside their own rows. A reference that the writing statement's transaction holds already (it
-- has locked the mention, counted the workspace's revision, looked up the member at the door) was checked again for every row; no
-- member or workspace is ever deleted, and what is purged takes its replies along.

ALTER TABLE mentions DROP CONSTRAINT mentions_workspace_id_holder_fkey;
ALTER TABLE replies DROP CONSTRAINT replies_workspace_id_mention_id_fkey, DROP CONSTRAINT replies_workspace_id_author_fkey;
ALTER TABLE audit_log DROP CONSTRAINT audit_log_workspace_id_fkey, DROP CONSTRAINT audit_log_workspace_id_member_id_fkey;
ALTER TABLE precedents DROP CONSTRAINT precedents_workspace_id_fkey;

-- Rows come in the order of their age, so a summary of each block range finds the old ones.
DROP INDEX operations_by_age;
CREATE INDEX operations_by_age ON operations USING brin (workspace_id, at);

-- What is claimed is found among the claims.
DROP INDEX mentions_to_warn;
CREATE INDEX mentions_to_warn ON mentions (workspace_id, warn_at) WHERE status IN ('open', 'escalated');
