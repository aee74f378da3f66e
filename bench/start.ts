import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { migrate } from "../server/database/migrate.ts";
import { startPostgres } from "../server/postgres/embedded.ts";
import { endWithUs } from "../server/process/end-with-us.ts";
import { openPool } from "../server/store/pool.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { newDataFolder, removeDataFolder } from "./kit/data-folder.ts";
import { memoryOfTree } from "./kit/memory.ts";
import { missingProc } from "./kit/missing.ts";
import { median } from "./kit/numbers.ts";
import { makeWorkspace } from "./queue/place.ts";

const mentions = 100_000;
const main = fileURLToPath(new URL("../server/main.ts", import.meta.url));
const silent = () => {};

/** Puts a workspace into a data folder. */
async function fill(folder: string): Promise<void> {
  const postgres = await startPostgres(folder, () => new Date(), silent);
  const url = await postgres.database("fanswer");
  await migrate(url, silent);
  const pool = openPool(url, silent);
  await makeWorkspace({ pool }, mentions, 100);
  await pool.end();
  await postgres.stop();
}

async function startOnce(folder: string): Promise<{ ms: number; bytes: number }> {
  const begun = performance.now();
  const env = { PATH: process.env.PATH ?? "", PORT: "0", DATA_DIR: folder };
  const child = spawn(process.execPath, [main, "--json"], { env, stdio: ["ignore", "pipe", "ignore"] });
  if (child.pid !== undefined) child.once("exit", endWithUs(child.pid, "TERM"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const ms = performance.now() - begun;
  const { url } = JSON.parse(String(line)) as { url: string };
  if (!(await fetch(`${url}/readyz`)).ok) throw new Error("not ready");
  const bytes = memoryOfTree(child.pid ?? 0);
  child.kill("SIGTERM");
  await once(child, "exit");
  return { ms, bytes };
}

const benchmark: Benchmark = {
  about: "the server's start on a folder with 100,000 mentions, and its memory with its PostgreSQL",
  rounds: 5,
  missing: missingProc,
  async *run({ rounds }) {
    const folder = newDataFolder();
    try {
      await fill(folder);
      const starts: Awaited<ReturnType<typeof startOnce>>[] = [];
      for (let round = 0; round < rounds; round++) starts.push(await startOnce(folder));
      const lower = { better: "lower" } as const;
      yield {
        metric: "start to ready, 100,000 mentions",
        value: median(starts.map(({ ms }) => ms)) / 1000,
        unit: "s",
        gate: 3,
        aim: 1,
        ...lower,
      };
      const bytes = median(starts.map((each) => each.bytes));
      yield { metric: "memory with its PostgreSQL", value: bytes / 1e6, unit: "MB", gate: 400, aim: 200, ...lower };
    } finally {
      removeDataFolder(folder);
    }
  },
};

export default benchmark;
