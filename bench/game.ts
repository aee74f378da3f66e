import { performance } from "node:perf_hooks";
import type { Pool } from "pg";
import { tendBadges } from "../server/jobs/badges.ts";
import { ownBadges } from "../server/operations/badges.ts";
import { readBoard } from "../server/operations/board.ts";
import type { OperationCall } from "../server/operations/call.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { median } from "./kit/numbers.ts";
import { type BenchDatabase, makeWorkspace, openPlace } from "./queue/place.ts";

const members = 1_000;
const lines = 100_000;
const reads = 40;

/** Everybody listed, and a ledger of which every line is of this week and of posts in one language: what a board reads most of. */
const ledger = `INSERT INTO points (workspace_id, member_id, source, item, points, day, at, week, lang)
  SELECT $1, 'm' || n % $2::integer, (ARRAY['proposal_agreed', 'draft_approved', 'review_proved', 'second_look'])[1 + n % 4], sha256(convert_to('x:' || n, 'UTF8')),
    1 + n % 3, current_date, now(), date_trunc('week', now() AT TIME ZONE 'UTC')::date, 'en' FROM generate_series(1, $3::integer) AS n`;

async function fill(database: BenchDatabase): Promise<string> {
  const { pool } = database;
  const workspaceId = await makeWorkspace(database, 1, members);
  await pool.query("UPDATE members SET on_board = true WHERE workspace_id = $1", [workspaceId]);
  // A long insert would run into the limit of a statement.
  const client = await pool.connect();
  await client.query("SET statement_timeout = 0");
  await client.query(ledger, [workspaceId, members, lines]);
  await client.query("VACUUM ANALYZE points, members");
  client.release(true);
  return workspaceId;
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long a member waits for the board, and for their own badges, half of the time at most. */
async function readTimes(pool: Pool, workspaceId: string) {
  const client = await pool.connect();
  const callOf = (n: number) =>
    ({ client, workspaceId, at: new Date(), device: { workspaceId, member: { id: `m${n}` } } }) as unknown as OperationCall;
  const board: number[] = [];
  const badges: number[] = [];
  for (let n = 0; n < reads; n++) {
    board.push(await msOf(() => readBoard(callOf(n), { languages: ["en"] })));
    badges.push(await msOf(() => ownBadges(callOf(n), {})));
  }
  client.release();
  return { board: median(board), badges: median(badges) };
}

const benchmark: Benchmark = {
  about: "the weekly board and the badges of 1,000 members with 100,000 lines of the ledger, all of this week in one language",
  rounds: 3,
  async *run({ rounds, note }) {
    const database = await openPlace();
    const { pool } = database;
    const deps = { pool, now: () => new Date(), wake: { moved: () => {} } as never };
    const rows: Record<string, number>[] = [];
    for (let round = 1; round <= rounds; round++) {
      const workspaceId = await fill(database);
      const first = await msOf(() => tendBadges(deps, workspaceId));
      const hourly = await msOf(() => tendBadges(deps, workspaceId));
      const { board, badges } = await readTimes(pool, workspaceId);
      rows.push({ "board, read": board, "own badges, read": badges, "badges, first time": first, "badges, hourly": hourly });
      note(`round ${round}: ${JSON.stringify(rows.at(-1))}`);
    }
    await database.close();
    for (const metric of Object.keys(rows[0] ?? {}))
      yield {
        metric,
        value: median(rows.map((row) => row[metric] ?? Number.NaN)),
        unit: "ms",
        gate: null,
        aim: null,
        better: "lower",
      } satisfies Figure;
  },
};

export default benchmark;
