import { createServer, type RequestListener } from "node:http";
import type { Pool } from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { listenOn } from "./listen.ts";
import { errorFields, type Log } from "./log.ts";
import { watchSlowParts } from "./slow-parts.ts";

/** What the server counts, for Prometheus; labels are names of ours and codes, never ids. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<"route" | "status">;
  readonly operations: Counter<"name" | "outcome">;
  readonly sockets: Gauge;
  readonly wakes: Counter;
}

/** Metrics of one server, in a registry of their own. */
export function createMetrics(pool: Pool): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "fanswer_database_connections",
    help: "Connections to the database by state; who waits for one is counted too.",
    labelNames: ["state"],
    registers,
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      this.set({ state: "waited_for" }, pool.waitingCount);
    },
  });
  watchSlowParts(pool, registers);
  return {
    registry,
    requests: new Histogram({
      name: "fanswer_request_seconds",
      help: "How long requests took.",
      labelNames: ["route", "status"],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    operations: new Counter({
      name: "fanswer_operations_total",
      help: "Operations of devices by outcome: ok or the code of the refusal.",
      labelNames: ["name", "outcome"],
      registers,
    }),
    sockets: new Gauge({ name: "fanswer_sockets", help: "Devices that listen for wake-ups.", registers }),
    wakes: new Counter({ name: "fanswer_wakes_total", help: "Wake-ups said to devices.", registers }),
  };
}

const answer =
  (registry: Registry, log: Log): RequestListener =>
  (request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      (thrown: unknown) => {
        log("error", "metrics_failed", errorFields(thrown));
        response.writeHead(500).end();
      },
    );
  };

/** Serves `GET /metrics` on a port of its own, which devices need not reach; gives what ends it. Throws StartupError. */
export async function serveMetrics(
  { registry }: Metrics,
  host: string,
  wanted: number,
  log: Log,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(answer(registry, log));
  const port = await listenOn(server, host, wanted, "serve metrics", log);
  return {
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
