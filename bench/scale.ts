import { randomUUID } from "node:crypto";
import { limits } from "../lib/schema/wire.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { memoryOfChildren } from "./kit/memory.ts";
import { missingProc } from "./kit/missing.ts";
import { Chance, median } from "./kit/numbers.ts";
import { callFor, claim, deviceOf } from "./queue/callers.ts";
import { numberFrom } from "./queue/child.ts";
import { type BenchDatabase, makeWorkspace, openPlace } from "./queue/place.ts";
import { bodyAt, deltaMs, perSecond } from "./wire/asking.ts";
import { openReplica, type Replica } from "./wire/replica.ts";
import { batchOf, ingest } from "./wire/sightings.ts";

const sizes = [1_000, 10_000, 100_000, 1_000_000];
const crowds = [1, 10, 100, 1_000, 10_000];
const replicaCounts = [1, 2, 4];
const callers = 64;
const forMs = 1_000;
const deltaRows = 200;
const batches = 10;

interface Bench {
  readonly place: BenchDatabase;
  readonly replica: Replica;
  readonly rounds: number;
  readonly note: (text: string) => void;
}

const row = (metric: string, value: number, unit: string, better: Figure["better"]): Figure => ({
  metric,
  value,
  unit,
  gate: null,
  aim: null,
  better,
});
const named = (count: number, what: string) => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

async function medianOf(rounds: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) values.push(await measure());
  return median(values);
}

/** Takes the next best and gives it back, so that the queue keeps its size. */
async function claimAndRelease({ deps }: Replica, workspace: string, caller: number): Promise<void> {
  const device = deviceOf(workspace, caller, callers, 0);
  const { id: mentionId, claim: held } = await claim(deps.operate, device);
  await deps.operate(device, [{ id: randomUUID(), name: "claim.release", args: { mentionId, fence: held?.fence } }]);
}

async function bytesOf({ pool }: BenchDatabase): Promise<number> {
  return (await pool.query("SELECT pg_total_relation_size('mentions')::float8 AS bytes")).rows[0].bytes as number;
}

async function* bySize({ place, replica, rounds, note }: Bench): AsyncGenerator<Figure> {
  const chance = new Chance(11);
  for (const size of sizes) {
    const of = named(size, "mention");
    note(of);
    const before = await bytesOf(place);
    const workspace = await makeWorkspace(place, size, 1_000);
    yield row(`disk a mention, ${of}`, ((await bytesOf(place)) - before) / size, "B", "lower");
    const token = `${workspace}.secret1`;
    const delta = await medianOf(rounds, () => deltaMs(replica, token, size - deltaRows, deltaRows));
    yield row(`delta of ${deltaRows}, 95th percentile, ${of}`, delta, "ms", "lower");
    yield row(
      `syncs with nothing new, ${of}`,
      await medianOf(rounds, () => perSecond(replica, "/v1/sync", token, bodyAt(size))),
      "/s",
      "higher",
    );
    const claims = () => callFor(forMs, callers, (caller) => claimAndRelease(replica, workspace, caller));
    yield row(`claimed and given back, ${of}`, await medianOf(rounds, async () => (await claims()).perSecond), "/s", "higher");
    let next = 10_000_000;
    const report = () => {
      const bodies = Array.from({ length: batches }, (_, n) => batchOf(chance, next + n * limits.operations));
      next += batches * limits.operations;
      return ingest(replica, workspace, bodies);
    };
    yield row(`sightings with triage, ${of}`, await medianOf(rounds, report), "/s", "higher");
    yield row(`memory of PostgreSQL, ${of}`, memoryOfChildren() / 1e6, "MB", "lower");
  }
}

/** How many devices a second get one change when so many ask for it at once, each with a token of its own. */
async function* byDevices({ place, replica: { app }, rounds, note }: Bench): AsyncGenerator<Figure> {
  const size = 10_000;
  const workspace = await makeWorkspace(place, size, Math.max(...crowds));
  const body = bodyAt(size - 1);
  const pull = async (n: number) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${workspace}.secret${n}` };
    const text = await (await app.request("/v1/sync", { method: "POST", headers, body })).text();
    if (!text.includes(`"x:${size}"`)) throw new Error(text.slice(0, 300));
  };
  for (let turn = 0; turn < 100; turn++) await pull(turn);
  for (const crowd of crowds) {
    const of = named(crowd, "device");
    note(of);
    const rate = await medianOf(rounds, async () => {
      const begun = performance.now();
      await Promise.all(Array.from({ length: crowd }, (_, n) => pull(n)));
      return (crowd * 1000) / (performance.now() - begun);
    });
    yield row(`a change fetched at once, ${of}`, rate, "/s", "higher");
  }
}

async function* byReplicas({ place, rounds, note }: Bench): AsyncGenerator<Figure> {
  for (const count of replicaCounts) {
    const of = named(count, "replica");
    note(of);
    const rate = await medianOf(rounds, async () => {
      const workspace = await makeWorkspace(place, 30_000, 8_000);
      const each = callers / count;
      const rates = Array.from({ length: count }, (_, n) =>
        numberFrom("replica", place.url, workspace, each, callers, n * each, 2 * forMs),
      );
      return (await Promise.all(rates)).reduce((sum, value) => sum + value, 0);
    });
    yield row(`claims, one workspace, ${callers} callers in all, ${of}`, rate, "/s", "higher");
  }
}

const benchmark: Benchmark = {
  about: "what everything costs as a workspace grows: mentions, devices, replicas; five to ten minutes",
  rounds: 3,
  missing: missingProc,
  async *run({ rounds, note }) {
    const place = await openPlace();
    const replica = await openReplica(place.url, false);
    const bench: Bench = { place, replica, rounds, note };
    try {
      yield* byDevices(bench);
      yield* byReplicas(bench);
      yield* bySize(bench);
    } finally {
      await replica.close();
      await place.close();
    }
  },
};

export default benchmark;
