import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { seeded } from "../../../scripts/seeded.ts";
import { giveData } from "../data-folder.ts";
import { type ServerProcess, startProcess } from "../process.ts";
import { begin, expected, patienceMs, prepare, tally, trials } from "./load.ts";

let folder: string;
let server: ServerProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fanswer-faults-"));
  chmodSync(folder, 0o755);
  giveData(folder);
});

afterEach(async () => {
  await server?.end("SIGTERM");
  server = null;
  rmSync(folder, { recursive: true });
});

const postmasterFile = () => readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");

/** Runs `work` on the private PostgreSQL of the server. */
async function onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: postmasterFile()[4] ?? "", user: "fanswer", database: "fanswer" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Kills something at random moments under load, and looks at what is left. */
async function survive(seed: number, kill: () => Promise<void>): Promise<void> {
  const random = seeded(seed);
  server = await startProcess({ DATA_DIR: folder });
  const workspace = await onDatabase(prepare);
  const load = begin(workspace, () => server?.url ?? "http://127.0.0.1:1");
  for (let trial = 0; trial < trials; trial++) {
    const before = load.counts.claims;
    await expect.poll(() => load.counts.claims, { timeout: patienceMs, interval: 5 }).toBeGreaterThan(before + 5);
    await sleep(random() * 400);
    await kill();
  }
  const before = load.counts.claims;
  await expect.poll(() => load.counts.claims, { timeout: patienceMs, interval: 5 }).toBeGreaterThan(before + 5);
  await load.finish();
  expect(load.counts.again).toBeGreaterThan(0);
  expect(await onDatabase((client) => tally(client, workspace, load.counts))).toEqual(expected(load.counts));
}

const timeout = patienceMs + trials * 40_000;

it("a server killed at random under load loses nothing that it acknowledged, and does nothing twice", { timeout }, async () => {
  await survive(11, async () => {
    await server?.end("SIGKILL");
    server = await startProcess({ DATA_DIR: folder });
    expect(server.events).toContain("stale_lock");
  });
});

it("its PostgreSQL killed at random under load comes back, and nothing is lost or done twice", { timeout }, async () => {
  await survive(12, async () => {
    process.kill(Number(postmasterFile()[0]), "SIGKILL");
    await sleep(200);
  });
});
