import type { Pool } from "pg";
import { migrate } from "../../server/database/migrate.ts";
import { startPostgres } from "../../server/postgres/embedded.ts";
import { openPool } from "../../server/store/pool.ts";
import { newDataFolder, removeDataFolder } from "../kit/data-folder.ts";

const silent = () => {};

/** A PostgreSQL with its data on disk, as the server runs it. */
export interface BenchDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Another connection address on the same PostgreSQL. */
  database(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a PostgreSQL with its data on disk. */
export async function openPlace(): Promise<BenchDatabase> {
  const folder = newDataFolder();
  const postgres = await startPostgres(folder, () => new Date(), silent);
  const url = await postgres.database("fanswer");
  await migrate(url, silent);
  const pool = openPool(url, silent);
  // No checkpoint falls into a run: after one, the first change of each page is written whole, and a run of two seconds would pay at once for what the
  // five minutes between checkpoints share.
  for (const setting of ["max_wal_size = '16GB'", "checkpoint_timeout = '1h'"]) await pool.query(`ALTER SYSTEM SET ${setting}`);
  await pool.query("SELECT pg_reload_conf()");
  return {
    url,
    pool,
    database: postgres.database,
    async close() {
      await pool.end();
      await postgres.stop();
      removeDataFolder(folder);
    },
  };
}

/**
 * Has the log's files that a few rounds fill, 8 GB of 16 MB each, used up and free again, as on a server that ran for a while: to make a new one
 * stops everybody for some time. Takes half a minute.
 */
export async function wearLogFiles({ pool }: BenchDatabase): Promise<void> {
  await pool.query("ALTER SYSTEM SET min_wal_size = '8GB'");
  await pool.query("SELECT pg_reload_conf()");
  for (let file = 0; file < 512; file++) {
    await pool.query("SELECT pg_logical_emit_message(false, 'bench', '')");
    await pool.query("SELECT pg_switch_wal()");
  }
  await pool.query("CHECKPOINT");
}

/** Claims that a member may hold at once, when trusted; see `claimLimit`. */
export const claimsPerMember = 10;

const members = `INSERT INTO members (workspace_id, member_id, name, role, level, revision, created_at)
  SELECT $1, 'm' || n, 'Member ' || n, 'advocate', 3, n, $3 FROM generate_series(0, $2::integer - 1) AS n`;

const devices = `INSERT INTO devices (workspace_id, token_hash, device_id, member_id, created_at)
  SELECT $1, sha256(convert_to('secret' || n, 'UTF8')), 'd' || n, 'm' || n, $3 FROM generate_series(0, $2::integer - 1) AS n`;

const mentions = `INSERT INTO mentions (workspace_id, mention_id, site, post_id, permalink, author, excerpt, partial, lang, posted_at, first_seen_at,
    due_at, warn_at, labels, counts, triage, language, priority, status, route, routed_by_person, waiting_since, fence, renewals, revision)
  SELECT $1, 'x:' || n, 'x', n, 'https://x.com/someone/status/' || n, '{"handle":"someone","name":"Some One","verified":false}',
    'Does the acme app work on tablets? It stopped pairing yesterday and nothing helps so far. Case ' || n, false, 'en', $3, $3, $3, $3, '{Acme}',
    '{"replies":0,"reposts":0,"likes":1,"views":40}',
    '{"lang":"en","sentiment":0,"sentimentLabel":"neutral","anger":0,"urgency":0,"technical":0,"complaint":0,"kind":"question","reach":0,"priority":10,"route":"community","reasons":[]}',
    'en', n % 100 * 79 % 100, 'open', 'community', false, $3, 0, 0, n
  FROM generate_series(1, $2::integer) AS n`;

let made = 0;

/** A fresh workspace with open mentions, and members enough to claim each of them. Their tokens are `ID.secretN`. */
export async function makeWorkspace({ pool }: Pick<BenchDatabase, "pool">, count: number, people: number): Promise<string> {
  const id = `bench${String(made++).padStart(7, "0")}`;
  const now = new Date();
  await pool.query(
    `INSERT INTO workspaces (workspace_id, name, disclosure, settings, epoch, counter, revision, created_at)
     VALUES ($1, 'Acme', 'I am a customer', '{}', 'first', $2, 1, $3)`,
    [id, count, now],
  );
  await pool.query(members, [id, people, now]);
  await pool.query(devices, [id, people, now]);
  // A long insert would run into the limit of a statement.
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(mentions, [id, count, now]);
    await client.query("VACUUM ANALYZE mentions, members, devices, workspaces, operations");
  } finally {
    client.release(true);
  }
  return id;
}
