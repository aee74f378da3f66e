import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./database.ts";
import { type DemoInvitations, seedDemo } from "./demo.ts";
import { createDeps } from "./deps.ts";
import { createOutbound } from "./egress/outbound.ts";
import { type FirstAdmin, prepareFirstStart } from "./first-start.ts";
import { jobs } from "./jobs/jobs.ts";
import { runJobs } from "./jobs/runner.ts";
import { sweepEvery } from "./jobs/sweep.ts";
import type { Log } from "./log.ts";
import { serveMetrics } from "./metrics.ts";
import { openModels } from "./models/open.ts";
import { ownUrl } from "./public-url.ts";
import { serveSockets } from "./socket.ts";
import { StartupError } from "./startup-error.ts";
import { openWake } from "./wake/open.ts";

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

/** Listens, and gives the port. */
async function listen(server: Server, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new StartupError(`Cannot listen on ${host}, port ${port}: ${cause.message}.`, { cause })));
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return actual;
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
    const { pool, stop: closeDatabase } = await openDatabase(config, now, log);
    undo.push(closeDatabase);
    const { wake, close: closeWake } = await openWake(config, pool, log);
    undo.push(closeWake);

    const ending = new AbortController();
    let port = 0;
    const publicUrl = () => config.publicUrl ?? ownUrl(config.host, port);
    const { trustedProxies, allowedHosts } = config;
    const call = createOutbound({ allowedHosts, now });
    const models = await openModels(config, pool, log);
    const deps = createDeps({ pool, now, log, wake, publicUrl, trustedProxies, ending: ending.signal, call, models });
    const server = createAdaptorServer({ fetch: createApp(deps).fetch }) as Server;
    port = await listen(server, config);
    undo.push(() => close(server));
    const demo = config.demo ? await seedDemo(deps) : null;
    const firstAdmins = config.demo ? [] : await prepareFirstStart(deps);

    if (config.metricsPort !== null) undo.push((await serveMetrics(deps.metrics, config.host, config.metricsPort)).close);
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
