/** The statement of a server that claims one mention at a time: workspace, member, ends at, at. Written by hand, without an operation to store. */
export const oneClaim = (workspace: string, member: string, endsAt: string, at: string) => `
WITH chosen AS MATERIALIZED (
  SELECT mention_id FROM mentions WHERE workspace_id = ${workspace} AND status = 'open' ORDER BY turn LIMIT 1 FOR UPDATE SKIP LOCKED
), counter AS (
  UPDATE workspaces SET counter = counter + 1 FROM chosen WHERE workspace_id = ${workspace} RETURNING counter AS revision
)
UPDATE mentions m SET status = 'claimed', holder = ${member}, fence = fence + 1, claim_expires_at = ${endsAt}, claim_seen_at = ${at}, renewals = 0,
  revision = counter.revision
FROM chosen, counter WHERE m.workspace_id = ${workspace} AND m.mention_id = chosen.mention_id`;
