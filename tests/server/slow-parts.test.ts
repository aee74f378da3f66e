import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { watchSlowParts } from "../../server/slow-parts.ts";
import { openPool } from "../../server/store/pool.ts";
import { useServer } from "./support.ts";

const server = useServer();

async function waits(registry: Registry): Promise<Record<string, number>> {
  const values = (await registry.getSingleMetric("fanswer_wait_seconds")?.get())?.values ?? [];
  return Object.fromEntries(values.map(({ labels, value }) => [String(labels.part), value]));
}

it("what a request waits for is measured when it is asked", async () => {
  const registry = new Registry();
  watchSlowParts(server().deps.pool, [registry]);
  const found = await waits(registry);
  expect(Object.keys(found).toSorted()).toEqual(["answer", "connection", "disk"]);
  for (const seconds of Object.values(found)) expect(seconds).toBeGreaterThanOrEqual(0);
});

it("a pool without a free connection is told as such, in two seconds, and the measure lets go of what it gets later", async () => {
  const { pool } = server().deps;
  const registry = new Registry();
  watchSlowParts(pool, [registry]);
  const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  try {
    expect(await waits(registry)).toEqual({ connection: Number.NaN, answer: Number.NaN, disk: Number.NaN });
  } finally {
    for (const client of taken) client.release();
  }
  await expect.poll(() => [pool.waitingCount, pool.totalCount - pool.idleCount]).toEqual([0, 0]);
  expect((await waits(registry)).disk).toBeGreaterThanOrEqual(0);
});

it("a database that is away is no answer, at once", async () => {
  const registry = new Registry();
  const pool = openPool("postgresql://nobody@127.0.0.1:1/none", () => {});
  watchSlowParts(pool, [registry]);
  expect(await waits(registry)).toEqual({ connection: Number.NaN, answer: Number.NaN, disk: Number.NaN });
  await pool.end();
});
