import type { Pool } from "pg";
import { Gauge, type Registry } from "prom-client";
import { backendPid, reachDisk } from "./store/session.ts";
import { connectionError, one, type Queryable, type Statement } from "./store/statement.ts";

const parts = ["connection", "answer", "disk"] as const;

/** Who waits longer than this is told that there was no answer. */
const patienceMs = 2_000;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

const asked = (on: Queryable, what: Statement<[], unknown>) => () => one(on, what);

/** What each part takes now, as far as it is known by the time that it is looked at. */
async function measure(pool: Pool, found: Map<(typeof parts)[number], number>): Promise<void> {
  const begun = performance.now();
  const client = await pool.connect().catch((error: Error) => {
    throw connectionError(error);
  });
  try {
    found.set("connection", (performance.now() - begun) / 1000);
    found.set("answer", await secondsOf(asked(client, backendPid)));
    found.set("disk", await secondsOf(asked(client, reachDisk)));
  } finally {
    client.release();
  }
}

/**
 * What every request waits for, measured whenever the metrics are asked for: a free connection of the pool, an answer of the database, a commit that
 * reaches its disk. Not a number: no answer in two seconds. How long the process itself is busy stands among prom-client's own (nodejs_eventloop_lag).
 */
export function watchSlowParts(pool: Pool, registers: Registry[]): void {
  new Gauge({
    name: "fanswer_wait_seconds",
    help: "What a request waits for now: a free connection, an answer of the database, a commit that reaches its disk. NaN: longer than 2 s.",
    labelNames: ["part"],
    registers,
    async collect() {
      const found = new Map<(typeof parts)[number], number>();
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
      // A database that is away is said by what is missing, and by everything else that asks it.
      await Promise.race([measure(pool, found).catch(() => {}), patience]);
      for (const part of parts) this.set({ part }, found.get(part) ?? Number.NaN);
    },
  });
}
