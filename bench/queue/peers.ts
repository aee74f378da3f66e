import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Queue, Worker } from "bullmq";
import { Logger, makeWorkerUtils, run } from "graphile-worker";
import { PgBoss } from "pg-boss";
import { endWithUs } from "../../server/process/end-with-us.ts";
import { callFor } from "./callers.ts";
import type { BenchDatabase } from "./place.ts";

/** A job queue that does empty jobs: how many a second, taken and completed. */
export interface QueuePeer {
  readonly name: string;
  jobsPerSecond(): Promise<number>;
  close(): Promise<void>;
}

/** Counts what is done from the first job on until `count` are done; gives the rate. */
function meter(count: number) {
  let done = 0;
  let start = 0;
  let resolve = (_perSecond: number) => {};
  const rate = new Promise<number>((settle) => {
    resolve = settle;
  });
  const tick = () => {
    if (done++ === 0) start = performance.now();
    if (done === count) resolve(((count - 1) / (performance.now() - start)) * 1000);
  };
  return { tick, rate };
}

/** A line for every job would cost it time. */
const logger = new Logger(() => () => {});

/**
 * What graphile-worker documents for throughput: a process locks jobs by the hundred before anybody asks for them, and a job's end is written some
 * time after it was reported. Neither is a claim that a person holds or an answer that survives a crash.
 */
const inBatches: GraphileConfig.WorkerOptions = { localQueue: { size: 500 }, completeJobBatchDelay: 0 };

/** graphile-worker with so many jobs at once: as it comes, each job taken and completed by itself, or in batches. */
export async function graphileWorker({ database }: BenchDatabase, workers: number, count: number, batches = false): Promise<QueuePeer> {
  const connectionString = await database(batches ? "graphile_batches" : "graphile");
  const utils = await makeWorkerUtils({ connectionString, logger });
  await utils.migrate();
  return {
    name: `graphile-worker, ${workers} workers${batches ? ", in batches" : ""}`,
    async jobsPerSecond() {
      await utils.addJobs(Array.from({ length: count }, () => ({ identifier: "empty", payload: {} })));
      const { tick, rate } = meter(count);
      const runner = await run({
        connectionString,
        logger,
        maxPoolSize: workers + 2,
        preset: { worker: { concurrentJobs: workers, ...(batches && inBatches) } },
        noHandleSignals: true,
        taskList: { empty: async () => tick() },
      });
      const perSecond = await rate;
      await runner.stop();
      return perSecond;
    },
    close: async () => utils.release(),
  };
}

/** pg-boss with callers that fetch and complete one job each. */
export async function pgBoss({ database }: BenchDatabase, callers: number, count: number): Promise<QueuePeer> {
  const boss = new PgBoss({ connectionString: await database("boss"), max: 16, schedule: false, supervise: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("empty");
  return {
    name: "pg-boss 12",
    async jobsPerSecond() {
      await boss.insert(
        "empty",
        Array.from({ length: count }, () => ({ data: {} })),
      );
      const run = await callFor(2_000, callers, async () => {
        const [job] = await boss.fetch("empty");
        if (job) await boss.complete("empty", job.id);
        else throw new Error("pg-boss ran out of jobs");
      });
      return run.perSecond;
    },
    close: () => boss.stop({ graceful: false }),
  };
}

async function startRedis(program: string): Promise<{ path: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "fanswer-redis-"));
  const path = join(folder, "socket");
  const args = ["--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", folder];
  const child: ChildProcess = spawn(program, args, { stdio: "ignore" });
  await once(child, "spawn");
  if (child.pid !== undefined) child.once("exit", endWithUs(child.pid, "TERM"));
  for (let tries = 0; !existsSync(path); tries++) {
    if (tries === 200 || child.exitCode !== null) throw new Error("redis-server does not start");
    await sleep(50);
  }
  return {
    path,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** BullMQ on a Redis that keeps nothing on disk; `program`: its server. */
export async function bullMq(program: string, callers: number, count: number): Promise<QueuePeer> {
  const redis = await startRedis(program);
  const connection = { path: redis.path, maxRetriesPerRequest: null };
  const queue = new Queue("empty", { connection, defaultJobOptions: { removeOnComplete: true } });
  return {
    name: "BullMQ on Redis without persistence",
    async jobsPerSecond() {
      await queue.addBulk(Array.from({ length: count }, () => ({ name: "empty", data: {} })));
      const { tick, rate } = meter(count);
      const worker = new Worker("empty", async () => {}, { connection, concurrency: callers });
      worker.on("completed", tick);
      const perSecond = await rate;
      await worker.close();
      return perSecond;
    },
    async close() {
      await queue.close();
      await redis.stop();
    },
  };
}
