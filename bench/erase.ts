import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { protocolVersion } from "../lib/schema/wire.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { makeWorkspace, openPlace } from "./queue/place.ts";
import { openReplica, type Replica } from "./wire/replica.ts";

const mentions = 1_000_000;
/** So many posts each author has; each is answered. */
const postsOfAuthor = 40;

/** What a year brings beside the posts: an answer kept for each, and a tenth of them answered, learnt from and in the log. */
const around: readonly string[] = [
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, at, result, mention_id)
   SELECT workspace_id, 'd0', gen_random_uuid(), sha256('a'), now(), '{}', mention_id FROM mentions WHERE workspace_id = $1`,
  `INSERT INTO replies (workspace_id, mention_id, body, url, proof, author, at)
   SELECT workspace_id, mention_id, 'Hold the button for ten seconds, then it pairs.', NULL, 'seen', 'm0', now() FROM mentions
   WHERE workspace_id = $1 AND post_id::integer % 10 = 0`,
  `INSERT INTO drafts (workspace_id, mention_id, body, status, author, updated_at)
   SELECT workspace_id, mention_id, body, 'posted', 'm0', at FROM replies WHERE workspace_id = $1`,
  `INSERT INTO points (workspace_id, member_id, source, item, mention_id, points, day, at)
   SELECT workspace_id, 'm0', 'answer', sha256(mention_id::bytea), mention_id, 1, now(), at FROM replies WHERE workspace_id = $1`,
  `INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail)
   SELECT workspace_id, at, mention_id, 'm0', 'reply.posted', mention_id, '{"proof":"seen"}' FROM replies WHERE workspace_id = $1`,
  `UPDATE audit_log l SET seq = n.seq, base = 0, salt = '', hash = '' FROM
     (SELECT entry_id, row_number() OVER (ORDER BY entry_id) AS seq FROM audit_log WHERE workspace_id = $1) n
   WHERE l.workspace_id = $1 AND l.entry_id = n.entry_id`,
  `UPDATE workspaces SET audit_seq = (SELECT count(*) FROM audit_log WHERE workspace_id = $1) WHERE workspace_id = $1`,
];

async function fill(pool: Pool, workspace: string, rounds: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0");
    for (const sql of around) await client.query(sql, [workspace]);
    await client.query("UPDATE members SET role = 'admin' WHERE workspace_id = $1", [workspace]);
    for (let round = 1; round <= rounds; round++)
      await client.query(
        `UPDATE mentions SET author = json_build_object('handle', 'Author' || $2::text, 'name', 'A', 'verified', false)
         WHERE workspace_id = $1 AND post_id::integer % 10 = 0 AND post_id::integer % ($3::integer / $4::integer) = $2::integer * 10`,
        [workspace, round, mentions, postsOfAuthor],
      );
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release(true);
  }
}

/** Erases one author; gives how long that took, in milliseconds. */
async function eraseMs({ app }: Replica, workspace: string, round: number): Promise<number> {
  const args = { site: "x", author: `author${round}`, isListed: true };
  const body = JSON.stringify({ protocol: protocolVersion, since: null, operations: [{ id: randomUUID(), name: "author.erase", args }] });
  const headers = { "content-type": "application/json", authorization: `Bearer ${workspace}.secret0` };
  const begun = performance.now();
  const answer = await app.request("/v1/sync", { method: "POST", headers, body });
  const took = performance.now() - begun;
  const { results } = (await answer.json()) as { results: { ok: boolean; value?: { receipt: { counts: { posts: number } } } }[] };
  if (results[0]?.value?.receipt.counts.posts !== postsOfAuthor) throw new Error(`not erased: ${JSON.stringify(results[0])}`);
  return took;
}

const benchmark: Benchmark = {
  about: "an author with 40 answered posts is erased in a workspace of 1,000,000",
  rounds: 5,
  async *run({ rounds, note }) {
    const place = await openPlace();
    const replica = await openReplica(place.url, false);
    try {
      note("filling, for a few minutes");
      const workspace = await makeWorkspace(place, mentions, 1);
      await fill(place.pool, workspace, rounds);
      const times: number[] = [];
      for (let round = 1; round <= rounds; round++) times.push(await eraseMs(replica, workspace, round));
      yield { metric: "erasing an author, slowest", value: Math.max(...times), unit: "ms", gate: 2_000, aim: 500, better: "lower" };
    } finally {
      await replica.close();
      await place.close();
    }
  },
};

export default benchmark;
