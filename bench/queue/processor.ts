import { readdirSync, readFileSync } from "node:fs";
import type { Pool } from "pg";
import type { Run } from "./callers.ts";

/** Fields behind the name, which stands in brackets and may hold anything: state, parent ... */
const parentOf = (pid: string): number => Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);

const ranUs = (pid: string): number => Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1000;

/** Processor time of PostgreSQL's processes and of this one so far, in microseconds. */
async function processorUs(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const postmaster = parentOf(String(rows[0]?.pid));
  const { user, system } = process.cpuUsage();
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.reduce((sum, pid) => {
    try {
      return parentOf(pid) === postmaster ? sum + ranUs(pid) : sum;
    } catch {
      // It ended meanwhile.
      return sum;
    }
  }, user + system);
}

/** A run with what each of its calls cost, which says more than a rate where others use the machine; NaN but on Linux. */
export async function withCost(pool: Pool, run: () => Promise<Run>): Promise<Run & { readonly eachUs: number }> {
  const read = process.platform === "linux" ? processorUs : async () => Number.NaN;
  const before = await read(pool);
  const result = await run();
  return { ...result, eachUs: ((await read(pool)) - before) / result.latenciesMs.length };
}
