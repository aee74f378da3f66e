import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { usualLevelRules } from "../../../lib/schema/level-rules.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { createDeps, type Deps } from "../../../server/deps.ts";
import { createModels } from "../../../server/models/models.ts";
import { type Postgres, startPostgres } from "../../../server/postgres/embedded.ts";
import { openPool } from "../../../server/store/pool.ts";
import { createHub } from "../../../server/wake/hub.ts";
import { giveData } from "../data-folder.ts";
import { prepare } from "./load.ts";

let folder: string;
let postgres: Postgres;
let url: string;
let deps: Deps;
let workspace: string;
let logged: string[];

const silent = () => {};

/** A PostgreSQL in `folder`, and a server's operations on it. */
async function start(statementMs?: number): Promise<void> {
  chmodSync(folder, 0o755);
  giveData(folder);
  postgres = await startPostgres(folder, () => new Date(), silent);
  url = await postgres.database("fanswer");
  await migrate(url, silent);
  logged = [];
  const log: Deps["log"] = (_level, event, fields) => void logged.push(`${event} ${fields?.code ?? ""}`);
  deps = createDeps({
    pool: openPool(url, silent, statementMs),
    now: () => new Date(),
    log,
    models: createModels({ allowedHosts: [], secret: Buffer.alloc(32) }),
    wake: createHub(0),
    publicUrl: () => "",
    trustedProxies: 0,
    ending: new AbortController().signal,
  });
  const pool = openPool(url, silent);
  workspace = await prepare(pool);
  await pool.end();
}

async function stop(): Promise<void> {
  await deps.pool.end();
  await postgres.stop();
}

/** Claims the next best as member `n`; gives the mention or the code of the refusal. */
async function claim(n: number): Promise<Mention | string | undefined> {
  const member = { id: `m${n}`, name: "Kim", role: "staff", level: 0 } as const;
  const operation = { id: crypto.randomUUID(), name: "claim.next", args: { languages: [] } };
  const [outcome] = await deps.operate({ workspaceId: workspace, id: `d${n}`, member, levels: usualLevelRules }, [operation]);
  return outcome?.ok ? (outcome.value as Mention) : outcome?.error.code;
}

async function asOperator(...sql: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const each of sql) await client.query(each);
  await client.end();
}

const claimed = expect.objectContaining({ status: "claimed" });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fanswer-faults-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("a database that cannot", () => {
  afterEach(stop);

  it("answer in time is given up on, with a code and a line in the log, and serves again afterwards", async () => {
    await start(500);
    const blocker = new pg.Client({ connectionString: url });
    await blocker.connect();
    await blocker.query("BEGIN");
    await blocker.query("LOCK TABLE mentions IN ACCESS EXCLUSIVE MODE");
    expect(await Promise.all([claim(1), claim(2), claim(3)])).toEqual(["server_failed", "server_failed", "server_failed"]);
    expect(logged).toContain("failed 57014");
    await blocker.end();
    expect(await claim(1)).toEqual(claimed);
  });

  it("take another connection says so, and serves again when there is room", async () => {
    await start();
    await asOperator("CREATE ROLE app LOGIN", "GRANT ALL ON ALL TABLES IN SCHEMA public TO app", "ALTER ROLE app CONNECTION LIMIT 0");
    await deps.pool.end();
    const { log } = deps;
    deps = createDeps({ ...deps, pool: openPool(url.replace("fanswer@", "app@"), log) });
    expect(await claim(1)).toBe("server_failed");
    expect(logged).toContain("failed 53300");
    await asOperator("ALTER ROLE app CONNECTION LIMIT 5");
    expect(await Promise.all([claim(1), claim(2), claim(3)])).toEqual([claimed, claimed, claimed]);
  });
});

/** Only root may mount a small disk. */
const canMount = process.platform === "linux" && process.getuid?.() === 0;

describe.runIf(canMount)("a disk that is full", () => {
  beforeEach(() => {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=300m,mode=755", "tmpfs", folder]);
  });

  afterEach(async () => {
    await stop();
    execFileSync("umount", [folder]);
  });

  it("refuses what it cannot keep, keeps what it acknowledged, and serves again when there is room", async () => {
    await start();
    const ballast = join(folder, "ballast");
    const { bavail, bsize } = statfsSync(folder);
    execFileSync("fallocate", ["-l", String(bavail * bsize - 64 * 1024), ballast]);
    const kept = new Set<string>();
    let answer: Mention | string | undefined;
    for (let n = 0; n < 3_000 && answer !== "server_failed"; n++) {
      answer = await claim(n % 12);
      if (typeof answer === "object") kept.add(answer.id);
      // Each may hold ten; what is given back is claimed again.
      if (answer === "claim_limit")
        await deps.pool.query("UPDATE mentions SET status = 'open' WHERE workspace_id = $1", [workspace]).catch(silent);
    }
    expect(answer).toBe("server_failed");
    expect(kept.size).toBeGreaterThan(0);
    truncateSync(ballast);
    await expect.poll(() => claim(12)).toEqual(claimed);
    const { rows } = await deps.pool.query("SELECT mention_id FROM mentions WHERE workspace_id = $1 AND fence > 0", [workspace]);
    expect(rows.map(({ mention_id }) => mention_id)).toEqual(expect.arrayContaining([...kept]));
  });
});
