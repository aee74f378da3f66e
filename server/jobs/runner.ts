import { setTimeout as sleep } from "node:timers/promises";
import { Logger, parseCronItems, run } from "graphile-worker";
import type { Deps } from "../deps.ts";
import { errorFields } from "../log.ts";

/** Work by the clock. However many servers share the database, each due time is one run; a failed run is tried again, later and later. */
export interface Job {
  readonly name: string;
  /** When, in crontab's words, in UTC. */
  readonly at: string;
  /** A due time that no server was there for is made up for when one starts within so long. */
  readonly lateMs: number;
  run(deps: Deps, signal: AbortSignal): Promise<void>;
}

const attempts = 5;
const restartMs = 5_000;

/** The error's text stays out of the job's row and of the log: it may quote what people wrote. */
function guarded({ name, run }: Job, deps: Deps, signal: AbortSignal) {
  return async () => {
    try {
      await run(deps, signal);
    } catch (thrown) {
      deps.log("error", "job_failed", { job: name, ...errorFields(thrown) });
      throw new Error(`${name} failed, see the log`);
    }
  };
}

const loggerOf = ({ log }: Deps) =>
  new Logger(() => (level, text) => {
    if (level === "warning" || level === "error") log(level === "error" ? "error" : "warn", "jobs", { text });
  });

const whenAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** Runs `jobs` until `signal`, then finishes the one under way. When the database is away for long the runner ends, and is started again. */
export async function runJobs(jobs: readonly Job[], deps: Deps, signal: AbortSignal): Promise<void> {
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, guarded(job, deps, signal)]));
  const parsedCronItems = parseCronItems(
    jobs.map(({ name, at, lateMs }) => ({
      task: name,
      match: at,
      options: { backfillPeriod: lateMs, jobKey: name, maxAttempts: attempts },
    })),
  );
  const logger = loggerOf(deps);
  while (!signal.aborted) {
    try {
      const runner = await run({ pgPool: deps.pool, taskList, parsedCronItems, logger, noHandleSignals: true, concurrency: 2 });
      // Stopping also ends its promise; one that ended by itself refuses to be stopped.
      const stopped = whenAborted(signal)
        .then(() => runner.stop())
        .catch(() => {});
      await runner.promise;
      if (signal.aborted) await stopped;
    } catch (thrown) {
      deps.log("error", "jobs_ended", errorFields(thrown));
    }
    await sleep(restartMs, undefined, { signal }).catch(() => {});
  }
}
