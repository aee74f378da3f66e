import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Mention } from "../../../lib/schema/mention.ts";
import { seeded } from "../../../scripts/seeded.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { type Postgres, startPostgres } from "../../../server/postgres/embedded.ts";
import { giveData } from "../data-folder.ts";
import { type ServerProcess, startProcess } from "../process.ts";
import { ask, begin, expected, prepare, tally, tokenOf, trials } from "./load.ts";

/** An operator's PostgreSQL, as far as the servers can tell. */
let postgres: Postgres;
let folder: string;
let pool: pg.Pool;
let replicas: ServerProcess[];
let workspace: string;

const silent = () => {};
const timeout = 90_000 + trials * 40_000;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "fanswer-faults-"));
  chmodSync(folder, 0o755);
  giveData(folder);
  postgres = await startPostgres(folder, () => new Date(), silent);
  const url = await postgres.database("fanswer");
  await migrate(url, silent);
  pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", silent);
  pool.on("connect", (client) => client.on("error", silent));
  workspace = await prepare(pool);
  replicas = await Promise.all([1, 2, 3].map(() => startProcess({ DATABASE_URL: url })));
});

afterEach(async () => {
  for (const replica of replicas) await replica.end("SIGTERM");
  await pool.end();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const urlOf = (n: number) => replicas[n % replicas.length]?.url ?? "";

describe("three servers on an operator's PostgreSQL", () => {
  it("go on when one is killed and one is paused: leases expire, late writes fail, nothing is lost", { timeout }, async () => {
    const random = seeded(13);
    const load = begin(workspace, (caller) => urlOf(caller));
    for (let trial = 0; trial < trials; trial++) {
      const before = load.counts.claims;
      await expect.poll(() => load.counts.claims, { timeout: 60_000, interval: 5 }).toBeGreaterThan(before + 5);
      await sleep(random() * 300);
      const [killed, paused] = [replicas[0], replicas[1]];
      paused?.child.kill("SIGSTOP");
      await killed?.end("SIGKILL");
      if (killed) replicas.splice(0, 1);
      await sleep(500);
      paused?.child.kill("SIGCONT");
      replicas.unshift(await startProcess({ DATABASE_URL: await postgres.database("fanswer") }));
    }
    await load.finish();
    expect(await tally(pool, workspace, load.counts)).toEqual(expected(load.counts));

    // The last member claims through a server that is then paused, for two minutes as the database's clock sees them.
    const late = tokenOf(workspace, 12);
    const held = (await ask(urlOf(2), late, "claim.next", { languages: [] })) as Mention;
    const holder = replicas[2];
    holder?.child.kill("SIGSTOP");
    const writing = ask(urlOf(2), late, "draft.save", { mentionId: held.id, fence: held.claim?.fence, text: "late" });
    await pool.query(
      "UPDATE mentions SET claim_seen_at = claim_seen_at - interval '3 minutes' WHERE workspace_id = $1 AND mention_id = $2",
      [workspace, held.id],
    );
    const other = tokenOf(workspace, 1);
    const taken = (await ask(urlOf(1), other, "claim.take", { mentionId: held.id })) as Mention;
    expect(taken.claim?.fence).toBe((held.claim?.fence ?? 0) + 1);
    holder?.child.kill("SIGCONT");
    expect(await writing).toBe("lease_lost");
  });

  it("see retries and lose nothing when it restarts under load", { timeout }, async () => {
    const load = begin(workspace, urlOf);
    for (let trial = 0; trial < trials; trial++) {
      const before = load.counts.claims;
      await expect.poll(() => load.counts.claims, { timeout: 60_000, interval: 5 }).toBeGreaterThan(before + 5);
      // Fast shutdown, as `pg_ctl restart` does; what keeps it brings it back.
      const { rows } = await pool.query("SELECT pg_read_file('postmaster.pid') AS file");
      process.kill(Number(String(rows[0].file).split("\n")[0]), "SIGINT");
      await sleep(500);
      expect(replicas.map(({ child }) => child.exitCode)).toEqual([null, null, null]);
    }
    const before = load.counts.claims;
    await expect.poll(() => load.counts.claims, { timeout: 60_000, interval: 5 }).toBeGreaterThan(before + 5);
    await load.finish();
    expect(load.counts.again).toBeGreaterThan(0);
    expect(await tally(pool, workspace, load.counts)).toEqual(expected(load.counts));
  });
});
