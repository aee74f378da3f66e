import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { programPath } from "../scripts/machine/need-program.ts";
import { createDeps, type Deps } from "../server/deps.ts";
import { createApp } from "../server/http/app.ts";
import { createModels } from "../server/models/models.ts";
import { createHub } from "../server/wake/hub.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { median, quantile } from "./kit/numbers.ts";
import { callFor, claim, claimAndComplete, deviceOf, type Run } from "./queue/callers.ts";
import { numberFrom } from "./queue/child.ts";
import { bullMq, graphileWorker, pgBoss, type QueuePeer } from "./queue/peers.ts";
import { pgbenchClaims, pgbenchPath } from "./queue/pgbench.ts";
import { type BenchDatabase, makeWorkspace, openPlace, wearLogFiles } from "./queue/place.ts";
import { withCost } from "./queue/processor.ts";
import { claimAlone, operateAlone } from "./queue/single.ts";

const forMs = 2_000;
const callers = 64;
const people = 8_000;
const mentions = 50_000;
const jobs = 3_000;

/** Programs to measure beside, which belong to no package: their rows are left out where they are missing. */
interface Programs {
  readonly pgbench: string | null;
  readonly redis: string | null;
}

interface Bench extends Pick<Programs, "pgbench"> {
  readonly place: BenchDatabase;
  readonly deps: Deps;
  readonly fresh: (open?: number) => Promise<string>;
}

/** Claims of so many callers, spread over the workspaces. */
function claims({ deps }: Bench, workspaces: readonly string[], count = callers, firstTurn = 0, ms = forMs): Promise<Run> {
  return callFor(ms, count, (caller, turn) =>
    claim(deps.operate, deviceOf(workspaces[caller % workspaces.length] ?? "", caller, count, firstTurn + turn)),
  );
}

async function bothWays({ place, deps, fresh }: Bench, count: number) {
  const workspace = await fresh();
  return withCost(place.pool, () =>
    callFor(forMs, count, (caller, turn) => claimAndComplete(deps.operate, deviceOf(workspace, caller, count, turn))),
  );
}

async function overHttp(deps: Deps, workspace: string): Promise<number> {
  const server = createAdaptorServer({ fetch: createApp(deps).fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await numberFrom("http", `http://127.0.0.1:${(server.address() as AddressInfo).port}`, workspace, callers, forMs);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function replicas({ place, fresh }: Bench, count: number): Promise<number> {
  const workspace = await fresh();
  const each = Math.floor(callers / count);
  const rates = Array.from({ length: count }, (_, n) => numberFrom("replica", place.url, workspace, each, each * count, n * each, forMs));
  return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0);
}

const p99 = ({ latenciesMs }: Run) => quantile(latenciesMs, 0.99);

const ofPgbench = ({ pgbench, place }: Bench, workspaces: readonly string[]): Promise<number> =>
  pgbench === null ? Promise.resolve(Number.NaN) : pgbenchClaims(pgbench, place.url, workspaces, people, forMs / 1000);

/** One round of everything: each figure by its name, what is compared side by side. */
async function round(bench: Bench, peers: readonly QueuePeer[], large: string, n: number): Promise<Record<string, number>> {
  const { place, deps, fresh } = bench;
  const first = await fresh();
  const hot = await withCost(place.pool, () => claims(bench, [first]));
  const workspace = await fresh();
  const single = await callFor(forMs, callers, (caller, turn) =>
    claimAlone(place.pool, workspace, deviceOf(workspace, caller, callers, turn).member.id),
  );
  const pgbench = await ofPgbench(bench, [await fresh()]);
  const sixteen = () => Promise.all(Array.from({ length: 16 }, () => fresh(5_000)));
  const others = await sixteen();
  const spread = await withCost(place.pool, () => claims(bench, others));
  const pgbenchSpread = await ofPgbench(bench, await sixteen());
  const both = await bothWays(bench, callers);
  const rates: Record<string, number> = {};
  for (const peer of peers) rates[peer.name] = await peer.jobsPerSecond();
  const bothOfEight = await bothWays(bench, 8);
  // So short that not half of the small one is claimed.
  const small = await claims(bench, [await fresh(10_000)], 8, 0, forMs / 4);
  const atLarge = await claims(bench, [large], 8, n * 5_000, forMs / 4);
  const http = await overHttp(deps, await fresh());
  const httpSingle = await overHttp({ ...deps, operate: operateAlone(place.pool) }, await fresh());
  const one = await replicas(bench, 1);
  const three = await replicas(bench, 3);
  const graphile = rates[peers[0]?.name ?? ""] ?? Number.NaN;
  return {
    "claims a second, one hot workspace": hot.perSecond,
    "claims a second of pgbench there": pgbench,
    "hot workspace, 64 callers / pgbench, 8 clients": hot.perSecond / pgbench,
    "16 workspaces, 64 callers / pgbench, 8 clients": spread.perSecond / pgbenchSpread,
    "processor time of a claim, 64 callers": hot.eachUs,
    "processor time of a claim, 64 callers, 16 workspaces": spread.eachUs,
    "processor time of claim + complete, 64 callers": both.eachUs,
    "processor time of claim + complete, 8 callers": bothOfEight.eachUs,
    "claim + complete a second, 64 callers": both.perSecond,
    ...Object.fromEntries(
      peers.map(({ name }) => [`claim + complete, 64 callers / ${name}`, both.perSecond / (rates[name] ?? Number.NaN)]),
    ),
    "claim + complete, 8 callers / graphile-worker, 8 workers": bothOfEight.perSecond / graphile,
    "99th percentile of a claim, 64 callers": p99(hot),
    "99th percentile, 64 callers / one statement per claim": p99(hot) / p99(single),
    "claim cost at 1,000,000 open / at 10,000": small.perSecond / atLarge.perSecond,
    "claims a second over HTTP": http,
    "claims over HTTP / one statement per claim over HTTP": http / httpSingle,
    "three replicas / one, hot workspace": three / one,
  };
}

const plain = { unit: "/s", gate: null, aim: null, better: "higher" } as const;
/** Processor time of PostgreSQL, of the server and of the callers, for each call. */
const cost = { ...plain, unit: "us", better: "lower" } as const;
const ratio = (gate: number, aim: number, better: Figure["better"] = "higher") => ({ unit: "", gate, aim, better }) as const;

const marks: Readonly<Record<string, Omit<Figure, "metric" | "value">>> = {
  "claims a second, one hot workspace": plain,
  "claims a second of pgbench there": plain,
  "hot workspace, 64 callers / pgbench, 8 clients": ratio(2.5, 3.5),
  "16 workspaces, 64 callers / pgbench, 8 clients": ratio(1.2, 2),
  "processor time of a claim, 64 callers": cost,
  "processor time of a claim, 64 callers, 16 workspaces": cost,
  "processor time of claim + complete, 64 callers": cost,
  "processor time of claim + complete, 8 callers": cost,
  "claim + complete a second, 64 callers": plain,
  "claim + complete, 64 callers / graphile-worker, 8 workers": ratio(4, 6),
  "claim + complete, 64 callers / graphile-worker, 8 workers, in batches": { ...plain, unit: "" },
  "claim + complete, 64 callers / pg-boss 12": ratio(8, 12),
  "claim + complete, 64 callers / BullMQ on Redis without persistence": ratio(1, 1.3),
  "claim + complete, 8 callers / graphile-worker, 8 workers": ratio(1.5, 2),
  "99th percentile of a claim, 64 callers": { ...plain, unit: "ms", better: "lower" },
  "99th percentile, 64 callers / one statement per claim": ratio(0.1, 0.05, "lower"),
  "claim cost at 1,000,000 open / at 10,000": ratio(1.1, 1.03, "lower"),
  "claims a second over HTTP": plain,
  "claims over HTTP / one statement per claim over HTTP": ratio(2.5, 3.5),
  "three replicas / one, hot workspace": ratio(0.9, 1.5),
};

/** The rows that are left out, each with the program that they want; said before any work. */
async function findPrograms(note: (text: string) => void): Promise<Programs & { readonly wanted: readonly string[] }> {
  const pgbench = pgbenchPath();
  const redis = await programPath("redis-server");
  const missing = [
    { has: pgbench !== null, program: "pgbench", package: "postgresql-contrib", named: "pgbench" },
    { has: redis !== null, program: "redis-server", package: "redis-server", named: "BullMQ" },
  ].filter(({ has }) => !has);
  const names = Object.keys(marks);
  for (const { program, package: from, named } of missing) {
    const rows = names.filter((name) => name.includes(named)).map((name) => `"${name}"`);
    note(`not run: ${rows.join(", ")}: ${program} is not on this machine (Debian: ${from})`);
  }
  return { pgbench, redis, wanted: names.filter((name) => !missing.some(({ named }) => name.includes(named))) };
}

const benchmark: Benchmark = {
  about: "claims beside pgbench, graphile-worker, pg-boss and BullMQ; a PostgreSQL on disk with fsync",
  rounds: 5,
  async *run({ rounds, note }) {
    const { pgbench, redis, wanted } = await findPrograms(note);
    const place = await openPlace();
    const peers: QueuePeer[] = [];
    try {
      await wearLogFiles(place);
      const log = () => {};
      const deps = createDeps({
        pool: place.pool,
        now: () => new Date(),
        log,
        wake: createHub(),
        models: createModels({ allowedHosts: [], secret: Buffer.alloc(32) }),
        publicUrl: () => "",
        trustedProxies: 0,
        ending: new AbortController().signal,
      });
      const fresh = (open = mentions) => makeWorkspace(place, open, people);
      peers.push(
        await graphileWorker(place, 8, jobs),
        await graphileWorker(place, 8, 5 * jobs, true),
        await pgBoss(place, callers, 3 * jobs),
        ...(redis === null ? [] : [await bullMq(redis, callers, 3 * jobs)]),
      );
      note("a workspace with 1,000,000 open mentions is made");
      const large = await makeWorkspace(place, 1_000_000, 10 * people);
      const measured: Record<string, number>[] = [];
      for (let n = 1; n <= rounds; n++) {
        note(`round ${n} of ${rounds}`);
        measured.push(await round({ place, deps, fresh, pgbench }, peers, large, n));
      }
      for (const metric of wanted) {
        yield { metric, value: median(measured.map((each) => each[metric] ?? Number.NaN)), ...(marks[metric] ?? plain) };
      }
    } finally {
      for (const peer of peers) await peer.close();
      await place.close();
    }
  },
};

export default benchmark;
