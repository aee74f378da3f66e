import { addJobAdhoc, parseCronItems } from "graphile-worker";
import { expect, it } from "vitest";
import { forEachWorkspace } from "../../server/database/each-workspace.ts";
import { newId } from "../../server/ids.ts";
import { jobs } from "../../server/jobs/jobs.ts";
import { type Job, runJobs } from "../../server/jobs/runner.ts";
import { useServer } from "./support.ts";

const server = useServer();

/** Yearly, so that only what a test queues runs. */
const job = (name: string, run: Job["run"]): Job => ({ name, at: "0 0 1 1 *", lateMs: 0, run });

it("a job runs once, however many servers share the database, and again after a failure", async () => {
  const { deps } = server();
  const ending = new AbortController();
  const [once, failing] = [`once_${newId()}`, `failing_${newId()}`];
  const runs: string[] = [];
  const tried = [
    job(once, async () => void runs.push(once)),
    job(failing, async () => {
      runs.push(failing);
      if (runs.filter((name) => name === failing).length === 1) throw new Error("words that somebody wrote");
    }),
  ];
  const logged: unknown[] = [];
  const quiet = { ...deps, log: (...line: unknown[]) => void logged.push(line) };
  const servers = [1, 2, 3].map(() => runJobs(tried, quiet, ending.signal));
  await expect.poll(() => knows(failing), { timeout: 10_000 }).toBe(true);
  for (const name of [once, failing]) await addJobAdhoc({ pgPool: deps.pool }, name, {});
  await expect.poll(() => runs.toSorted(), { timeout: 20_000 }).toEqual([failing, failing, once].toSorted());
  ending.abort();
  await Promise.all(servers);
  expect(runs).toHaveLength(3);
  expect(JSON.stringify(logged)).toContain("job_failed");
  expect(JSON.stringify(logged)).not.toContain("somebody wrote");
});

it("three servers do what a minute or a night brings once, also a night that none of them was there for", async () => {
  const { deps } = server();
  const [minutely, nightly] = [`minutely_${newId()}`, `nightly_${newId()}`];
  const runs: string[] = [];
  const note = (name: string) => async () => void runs.push(name);
  const due = [
    { name: minutely, at: "* * * * *", lateMs: 0, run: note(minutely) },
    { ...job(nightly, note(nightly)), lateMs: 24 * 60 * 60_000, at: "17 3 * * *" },
  ];
  const first = new AbortController();
  const alone = runJobs(due, deps, first.signal);
  await expect.poll(() => knows(nightly), { timeout: 10_000 }).toBe(true);
  first.abort();
  await alone;
  // As if it had last been there the day before yesterday.
  await deps.pool.query(
    `UPDATE graphile_worker._private_known_crontabs SET known_since = now() - interval '2 days', last_execution = now() - interval '2 days'
     WHERE identifier = $1`,
    [nightly],
  );
  runs.length = 0;
  const ending = new AbortController();
  const servers = [1, 2, 3].map(() => runJobs(due, deps, ending.signal));
  await expect.poll(() => runs.filter((name) => name === minutely).length, { timeout: 130_000 }).toBe(2);
  ending.abort();
  await Promise.all(servers);
  expect(runs.toSorted()).toEqual([minutely, minutely, nightly]);
});

it("what fails in one workspace costs the others nothing, and the job comes again", async () => {
  const { deps } = server();
  const [ill, well] = [await server().workspace(), await server().workspace()].sort();
  const done: string[] = [];
  const logged: unknown[] = [];
  const work = forEachWorkspace({ ...deps, log: (...line: unknown[]) => void logged.push(line) }, async (id) => {
    if (id === ill) throw new Error("words that somebody wrote");
    done.push(id);
  });
  await expect(work).rejects.toThrow("words");
  expect(done).toContain(well);
  expect(JSON.stringify(logged)).toContain(`"workspace":"${ill}"`);
  expect(JSON.stringify(logged)).not.toContain("somebody wrote");
});

it("a stop waits for the job under way", async () => {
  const { deps } = server();
  const ending = new AbortController();
  const name = `slow_${newId()}`;
  const steps: string[] = [];
  const slow = job(name, async (_, signal) => {
    steps.push("begun");
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    await deps.pool.query("SELECT 1");
    steps.push("finished");
  });
  const running = runJobs([slow], deps, ending.signal);
  await expect.poll(() => knows(name), { timeout: 10_000 }).toBe(true);
  await addJobAdhoc({ pgPool: deps.pool }, name, {});
  await expect.poll(() => steps, { timeout: 10_000 }).toEqual(["begun"]);
  ending.abort();
  await running;
  expect(steps).toEqual(["begun", "finished"]);
});

/** Whether a runner has put this job on the calendar. */
async function knows(name: string): Promise<boolean> {
  const { pool } = server().deps;
  const { rows } = await pool.query("SELECT to_regclass('graphile_worker._private_known_crontabs') IS NOT NULL AS installed");
  if (!rows[0].installed) return false;
  return (await pool.query("SELECT FROM graphile_worker._private_known_crontabs WHERE identifier = $1", [name])).rowCount === 1;
}

it("what the server does by the clock has names of its own and times that the clock knows", () => {
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
  const items = jobs.map(({ name, at, lateMs }) => ({ task: name, match: at, options: { backfillPeriod: lateMs } }));
  expect(parseCronItems(items)).toHaveLength(jobs.length);
  // What comes every minute is not made up for: the next minute does the same.
  expect(jobs.filter(({ at, lateMs }) => at === "* * * * *" && lateMs > 0)).toEqual([]);
  expect(jobs.filter(({ at, lateMs }) => at !== "* * * * *" && lateMs < 3_600_000)).toEqual([]);
});
