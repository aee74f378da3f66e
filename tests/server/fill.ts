import type pg from "pg";

/** What is the same in all of them; priorities are spread from 0 to 99 unless one is given. */
interface Filling {
  readonly language?: string;
  readonly priority?: number;
}

/** Puts `count` waiting mentions into a workspace at once, past its operations: for tests and benchmarks of size. */
export async function fillQueue(
  pool: pg.Pool,
  workspaceId: string,
  count: number,
  { language = "en", priority }: Filling = {},
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query("UPDATE workspaces SET counter = counter + $2 WHERE workspace_id = $1 RETURNING counter", [
      workspaceId,
      count,
    ]);
    await client.query(
      `INSERT INTO mentions (workspace_id, mention_id, site, post_id, permalink, author, excerpt, partial, lang, posted_at, first_seen_at, due_at, warn_at,
         labels, counts, triage, language, priority, status, route, routed_by_person, waiting_since, fence, renewals, revision)
       SELECT $1, 'x:' || n, 'x', n::text, 'https://x.com/someone/status/' || n, '{"handle":"someone","name":"Some One","verified":false}',
         'Does the acme app work on tablets? Mine lost the pairing after the update and blinks.', false, $4, '2026-03-02T09:30:00Z', '2026-03-02T09:30:00Z',
         '2026-03-02T11:30:00Z', '2026-03-02T11:15:00Z', '{Acme}', '{"replies":0,"reposts":0,"likes":1,"views":40}',
         jsonb_build_object('lang', $4::text, 'sentiment', 0, 'sentimentLabel', 'neutral', 'anger', 0, 'urgency', 0, 'technical', 0, 'complaint', 0,
           'kind', 'question', 'reach', 0, 'priority', p, 'route', 'community', 'reasons', '[{"code":"question","words":["?"],"value":0.6}]'::jsonb),
         $4, p, 'open', 'community', false, '2026-03-02T09:30:00Z', 0, 0, n
       FROM generate_series($3::bigint - $2 + 1, $3) n, LATERAL (SELECT coalesce($5::int, (n * 7919) % 100)::int AS p) spread`,
      [workspaceId, count, rows[0].counter, language, priority ?? null],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
