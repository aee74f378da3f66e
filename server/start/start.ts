import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Config } from "../config.ts";
import { openDatabase } from "../database/open.ts";
import { asStartupError } from "../database/trouble.ts";
import { createDeps } from "../deps.ts";
import { createOutbound } from "../egress/outbound.ts";
import { createApp } from "../http/app.ts";
import { serveSockets } from "../http/socket.ts";
import { checkAtStart } from "../jobs/audit.ts";
import { callEvery } from "../jobs/calls.ts";
import { jobs } from "../jobs/jobs.ts";
import { runJobs } from "../jobs/runner.ts";
import { sweepEvery } from "../jobs/sweep.ts";
import { listenOn } from "../listen.ts";
import type { Log } from "../log.ts";
import { serveMetrics } from "../metrics.ts";
import { openModels } from "../models/models.ts";
import { ownUrl } from "../public-url.ts";
import { sqlState } from "../store/pool.ts";
import { openWake } from "../wake/open.ts";
import { type DemoInvitations, seedDemo } from "./demo.ts";
import { type FirstAdmin, prepareFirstStart } from "./first-admins.ts";

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
/** Oftener than the sweep: whoever is called is to hear of a post within three seconds. */
const callMs = 1_000;
const drainMs = 5_000;

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const force = setTimeout(() => server.closeAllConnections(), drainMs);
  server.closeIdleConnections();
  await closed;
  clearTimeout(force);
}

/**
 * Starts the whole server. Throws StartupError with a sentence for its operator, or the reason of `asked` when it was asked to end meanwhile; what was begun
 * is undone.
 */
export async function startServer(config: Config, now: () => Date, log: Log, asked: AbortSignal): Promise<Running> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    const { pool, url, stop: closeDatabase } = await openDatabase(config, now, log, asked);
    undo.push(closeDatabase);
    const { wake, close: closeWake } = await openWake({ ...config, databaseUrl: url }, pool, log);
    undo.push(closeWake);

    const ending = new AbortController();
    let port = 0;
    const publicUrl = () => config.publicUrl ?? ownUrl(config.host, port);
    const { trustedProxies, allowedHosts } = config;
    const call = createOutbound({ allowedHosts, now });
    const models = await openModels(config, pool, log);
    const deps = createDeps({ pool, now, log, wake, publicUrl, trustedProxies, ending: ending.signal, call, models });
    const server = createAdaptorServer({ fetch: createApp(deps).fetch }) as Server;
    asked.throwIfAborted();
    const { host } = config;
    port = await listenOn(server, host, config.port, "listen", log);
    undo.push(() => close(server));
    const demo = config.demo ? await seedDemo(deps) : null;
    const firstAdmins = config.demo ? [] : await prepareFirstStart(deps);

    if (config.metricsPort !== null) undo.push((await serveMetrics(deps.metrics, host, config.metricsPort, log)).close);
    serveSockets(server, deps, ending.signal);
    const { signal } = ending;
    const working = Promise.all([
      sweepEvery(sweepMs, deps, signal),
      callEvery(callMs, deps, signal),
      runJobs(jobs, deps, signal),
      checkAtStart(deps, signal),
    ]);
    undo.push(() => {
      ending.abort();
      return working;
    });
    return { url: deps.publicUrl(), firstAdmins, demo, stop };
  } catch (thrown) {
    await stop();
    throw sqlState(thrown) === "" ? thrown : asStartupError(thrown);
  }
}
