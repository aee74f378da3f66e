import { readdirSync, readFileSync } from "node:fs";
import type { Pool } from "pg";
import type { Run } from "./callers.ts";

/** Behind the name, which stands in brackets and may hold anything, come the state and the parent. */
const parentOf = (pid: string): number => Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);

const ranUs = (pid: string): number => Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1000;

/** Processor time so far of each of PostgreSQL's processes and of this one, in microseconds. */
async function processorUs(pool: Pool): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const postmaster = parentOf(String(rows[0]?.pid));
  const { user, system } = process.cpuUsage();
  const ran = new Map([["own", user + system]]);
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (parentOf(pid) === postmaster) ran.set(pid, ranUs(pid));
    } catch {
      // It ended meanwhile.
    }
  }
  return ran;
}

/** A run with what each of its calls cost, which says more than a rate where others use the machine; NaN but on Linux. */
export async function withCost(pool: Pool, run: () => Promise<Run>): Promise<Run & { readonly eachUs: number }> {
  if (process.platform !== "linux") return { ...(await run()), eachUs: Number.NaN };
  const before = await processorUs(pool);
  const result = await run();
  const after = await processorUs(pool);
  const spentUs = [...after].reduce((sum, [pid, us]) => sum + us - (before.get(pid) ?? 0), 0);
  return { ...result, eachUs: spentUs / result.latenciesMs.length };
}
