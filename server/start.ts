import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Pool } from "pg";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { openPool } from "./db.ts";
import { type DemoInvitations, seedDemo } from "./demo.ts";
import type { Deps } from "./deps.ts";
import { type FirstAdmin, prepareFirstStart } from "./first-start.ts";
import { jobs } from "./jobs/jobs.ts";
import { runJobs } from "./jobs/runner.ts";
import { sweepEvery } from "./jobs/sweep.ts";
import { createLimiter } from "./limiter.ts";
import type { Log } from "./log.ts";
import { migrate } from "./migrate.ts";
import { createComplete } from "./models/complete.ts";
import { readSecret } from "./models/secret-key.ts";
import { startPostgres } from "./postgres/embedded.ts";
import { serveSockets } from "./socket.ts";
import { StartupError } from "./startup-error.ts";
import { createWake } from "./wake.ts";

export interface Running {
  /** How devices reach it, without a slash at the end. */
  readonly url: string;
  readonly firstAdmins: readonly FirstAdmin[];
  /** With `demo` only. */
  readonly demo: DemoInvitations | null;
  /** Finishes what is under way, closes everything it started and leaves nothing behind. */
  stop(): Promise<void>;
}

const sweepMs = 5_000;
const drainMs = 5_000;
const refusedJoinsPerMinute = 20;
const draftsPerMinute = 10;
const modelTimes = { timeoutMs: 60_000, silenceMs: 20_000 };

async function checkDatabase(pool: Pool): Promise<void> {
  try {
    await pool.query("SELECT 1");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || ("code" in cause && String(cause.code)) : "";
    throw new StartupError(`The database cannot be used: ${why || "unknown"}.`, { cause });
  }
}

/** Listens, and gives the address. */
async function listen(server: Server, { host, port }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new StartupError(`Cannot listen on ${host}, port ${port}: ${cause.message}.`, { cause })));
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const force = setTimeout(() => server.closeAllConnections(), drainMs);
  server.closeIdleConnections();
  await closed;
  clearTimeout(force);
}

/** Starts the whole server. Throws StartupError with a sentence for its operator; what was begun is undone. */
export async function startServer(config: Config, now: () => Date, log: Log): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    let databaseUrl = config.databaseUrl;
    if (databaseUrl === null) {
      const postgres = await startPostgres(config.dataDir, now, log);
      undo.push(postgres.stop);
      databaseUrl = await postgres.database("fanswer");
    }
    const pool = openPool(databaseUrl, log);
    undo.push(() => pool.end());
    await checkDatabase(pool);
    await migrate(databaseUrl, log);

    let url = "";
    const joins = createLimiter(refusedJoinsPerMinute, now);
    const models = {
      complete: createComplete({ allowedHosts: config.allowedHosts, ...modelTimes }),
      secret: await readSecret(config.secretKey, config.dataDir),
      allowedHosts: config.allowedHosts,
      asked: createLimiter(draftsPerMinute, now),
    };
    const deps: Deps = { pool, now, log, wake: createWake(), publicUrl: () => config.publicUrl ?? url, joins, models };
    const server = createAdaptorServer({ fetch: createApp(deps).fetch }) as Server;
    url = await listen(server, config);
    undo.push(() => close(server));
    const demo = config.demo ? await seedDemo(deps) : null;
    const firstAdmins = config.demo ? [] : await prepareFirstStart(deps);

    const ending = new AbortController();
    serveSockets(server, deps, ending.signal);
    const working = Promise.all([sweepEvery(sweepMs, deps, ending.signal), runJobs(jobs, deps, ending.signal)]);
    undo.push(() => {
      ending.abort();
      return working;
    });
    return { url: deps.publicUrl(), firstAdmins, demo, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
