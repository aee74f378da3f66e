import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startPostgres } from "../../server/postgres/embedded.ts";
import { giveData } from "./data-folder.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fanswer-recovery-"));
  chmodSync(folder, 0o755);
  giveData(folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

const start = (silentMs?: number) =>
  startPostgres(
    folder,
    () => new Date(),
    () => {},
    silentMs === undefined ? {} : { silentMs },
  );

it("a PostgreSQL that brings its data up to date is waited for, however long it takes", async () => {
  await (await start()).stop();
  // It looks for each file of its log elsewhere first, which takes a while each time.
  const data = join(folder, "postgres");
  writeFileSync(join(data, "recovery.signal"), "", { mode: 0o644 });
  appendFileSync(join(data, "postgresql.auto.conf"), "restore_command = 'sleep 0.4; false'\nhot_standby = off\n");
  const begunAt = Date.now();
  const postgres = await start(200);
  const took = Date.now() - begunAt;
  const client = new Client({ connectionString: await postgres.database("fanswer") });
  await client.connect();
  const { rows } = await client.query("SELECT pg_is_in_recovery() AS recovering");
  await client.end();
  await postgres.stop();
  expect(took).toBeGreaterThan(600);
  expect(rows).toEqual([{ recovering: false }]);
});
