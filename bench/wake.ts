import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { protocolVersion } from "../lib/schema/wire.ts";
import { openWake } from "../server/wake/open.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { median, quantile } from "./kit/numbers.ts";
import { callFor, claim, deviceOf } from "./queue/callers.ts";
import { type BenchDatabase, makeWorkspace, openPlace } from "./queue/place.ts";
import { openReplica, type Replica } from "./wire/replica.ts";
import { type Listener, listenAt } from "./wire/sockets.ts";

const changes = 60;
const sockets = 10_000;
const listening = fileURLToPath(new URL("./wire/listening.ts", import.meta.url));

/** What a device gets since a revision. */
async function pull({ app }: Replica, token: string, revision: number): Promise<string> {
  const body = JSON.stringify({ protocol: protocolVersion, since: { epoch: "first", revision }, operations: [] });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return (await app.request("/v1/sync", { method: "POST", headers, body })).text();
}

/** From a change's commit on the first server until a device at the last one has it, 95th percentile in ms. */
async function knownMs(place: BenchDatabase, replicas: number): Promise<number> {
  const workspace = await makeWorkspace(place, 2 * changes, 2 * changes);
  const servers: Replica[] = [];
  for (let n = 0; n < replicas; n++) servers.push(await openReplica(place.url, replicas > 1));
  const [here, there] = [servers[0], servers.at(-1)] as [Replica, Replica];
  const device = await listenAt(there.port, `${workspace}.secret0`);
  await sleep(500);
  const times: number[] = [];
  for (let n = 0; n < changes; n++) {
    const heard = device.next();
    const taken = await claim(here.deps.operate, deviceOf(workspace, n, changes, 0));
    const committed = performance.now();
    const revision = await heard;
    if (!(await pull(there, `${workspace}.secret0`, revision - 1)).includes(taken.id)) throw new Error("woken before it was there");
    times.push(performance.now() - committed);
    await sleep(20 + (n % 7) * 10);
  }
  device.close();
  for (const server of servers) await server.close();
  return quantile(times, 0.95);
}

const numberFrom = async (lines: AsyncIterator<string>) => Number((await lines.next()).value);

/** Idle sockets on a server in a process of its own: bytes for each, and how long it takes to wake all. */
async function crowd(place: BenchDatabase, note: (text: string) => void): Promise<{ bytes: number; wokenMs: number }> {
  const workspace = await makeWorkspace(place, 10, 10);
  const child: ChildProcess = spawn(process.execPath, ["--expose-gc", listening, place.url], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  const say = (text: string) => child.stdin?.write(`${text}\n`);
  const memory = () => {
    say("memory");
    return numberFrom(lines);
  };
  const port = await numberFrom(lines);
  const open: Listener[] = [];
  const openMore = async (count: number) => {
    for (let left = count; left > 0; left -= 100)
      open.push(...(await Promise.all(Array.from({ length: 100 }, () => listenAt(port, `${workspace}.secret1`)))));
  };
  // What the first ones cost besides is the server's own warming up.
  await openMore(1_000);
  const before = await memory();
  await openMore(sockets - 1_000);
  const bytes = ((await memory()) - before) / (sockets - 1_000);
  note(`${open.length} sockets are open`);
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const heard = Promise.all(open.map((each) => each.next()));
    const begun = performance.now();
    say(`wake ${workspace}`);
    await heard;
    times.push(performance.now() - begun);
  }
  for (const each of open) each.close();
  child.stdin?.end();
  await once(child, "exit");
  return { bytes, wokenMs: median(times) };
}

/** Claims per second with nobody to wake, and with 200 devices of the workspace and other servers to tell. */
async function claimCost(place: BenchDatabase): Promise<number> {
  const rate = async (isShared: boolean) => {
    const workspace = await makeWorkspace(place, 60_000, 10_000);
    const replica = await openReplica(place.url, isShared);
    const other = isShared ? await openWake({ natsUrl: null, databaseUrl: place.url }, place.pool, () => {}) : null;
    if (isShared) for (let n = 0; n < 200; n++) replica.deps.wake.listen(workspace, () => randomUUID());
    const run = await callFor(2_000, 64, (caller, turn) => claim(replica.deps.operate, deviceOf(workspace, caller, 64, turn)));
    await other?.close();
    await replica.close();
    return run.perSecond;
  };
  return 1 - (await rate(true)) / (await rate(false));
}

const benchmark: Benchmark = {
  about: "wake-ups: how soon another device knows, 10,000 idle sockets, and what telling costs the claims",
  rounds: 3,
  async *run({ rounds, note }) {
    const place = await openPlace();
    try {
      const lower = { better: "lower" } as const;
      const known = async (replicas: number) => {
        const times: number[] = [];
        for (let round = 1; round <= rounds; round++) {
          note(`${replicas} replicas, round ${round} of ${rounds}`);
          times.push(await knownMs(place, replicas));
        }
        return median(times);
      };
      yield {
        metric: "committed -> another device has it, 95th, 1 replica",
        value: await known(1),
        unit: "ms",
        gate: 300,
        aim: 100,
        ...lower,
      };
      yield {
        metric: "committed -> another device has it, 95th, 3 replicas",
        value: await known(3),
        unit: "ms",
        gate: 500,
        aim: 150,
        ...lower,
      };
      const costs: number[] = [];
      for (let round = 0; round < rounds; round++) costs.push(await claimCost(place));
      yield { metric: "cost of wake-ups, share of the claims", value: 100 * median(costs), unit: "%", gate: 20, aim: 5, ...lower };
      const { bytes, wokenMs } = await crowd(place, note);
      yield { metric: "memory of an idle socket, of 10,000", value: bytes / 1024, unit: "KiB", gate: 10, aim: 6, ...lower };
      yield { metric: "10,000 sockets woken", value: wokenMs, unit: "ms", gate: 300, aim: 150, ...lower };
    } finally {
      await place.close();
    }
  },
};

export default benchmark;
