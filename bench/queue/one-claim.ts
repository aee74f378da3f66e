import { turn } from "../../server/store/derived.ts";

/** A claim as a server makes it that serves one at a time, in SQL: workspace, member, ends at, at. Written by hand, with no operation to store. */
function parts(workspace: string, member: string, endsAt: string, at: string): { before: string; update: string } {
  return {
    before: `chosen AS MATERIALIZED (
      SELECT mention_id FROM mentions WHERE workspace_id = ${workspace} AND status = 'open' ORDER BY ${turn} LIMIT 1 FOR UPDATE SKIP LOCKED
    ), counter AS (
      UPDATE workspaces SET counter = counter + 1 FROM chosen WHERE workspace_id = ${workspace} RETURNING counter AS revision
    )`,
    update: `UPDATE mentions m SET status = 'claimed', holder = ${member}, fence = fence + 1, claim_expires_at = ${endsAt}, claim_seen_at = ${at},
      renewals = 0, revision = counter.revision
      FROM chosen, counter WHERE m.workspace_id = ${workspace} AND m.mention_id = chosen.mention_id`,
  };
}

/** The statement alone. */
export function oneClaim(...values: Parameters<typeof parts>): string {
  const { before, update } = parts(...values);
  return `WITH ${before} ${update}`;
}

/** The statement that gives `columns` of the claimed mention `m`. */
export function oneClaimShowing(columns: string, ...values: Parameters<typeof parts>): string {
  const { before, update } = parts(...values);
  return `WITH ${before}, m AS (${update} RETURNING m.*) SELECT ${columns} FROM m`;
}
