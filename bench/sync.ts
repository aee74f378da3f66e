import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { protocolVersion } from "../lib/schema/wire.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { median, quantile } from "./kit/numbers.ts";
import { makeWorkspace, openPlace } from "./queue/place.ts";
import { openReplica, type Replica } from "./wire/replica.ts";

const mentions = 100_000;
const deltaRows = 200;
const load = fileURLToPath(new URL("./wire/load.ts", import.meta.url));

const bodyAt = (revision: number) => JSON.stringify({ protocol: protocolVersion, since: { epoch: "first", revision }, operations: [] });

async function perSecond({ port }: Replica, path: string, token: string, body: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [load, String(port), path, token, body, "64", "2000"]);
  return Number(stdout);
}

/** How long a device waits for what moved since `revision`, 95th percentile of many. */
async function deltaMs({ app }: Replica, token: string, revision: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 120; turn++) {
    const begun = performance.now();
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const answer = await app.request("/v1/sync", { method: "POST", headers, body: bodyAt(revision) });
    const { length } = await answer.text();
    if (length < deltaRows * 300) throw new Error(`only ${length} bytes`);
    if (turn >= 20) times.push(performance.now() - begun);
  }
  return quantile(times, 0.95);
}

const benchmark: Benchmark = {
  about: "a sync that brings nothing beside a trivial route, and one that brings 200 of 100,000 mentions",
  rounds: 5,
  async *run({ rounds, note }) {
    const place = await openPlace();
    const replica = await openReplica(place.url, false);
    try {
      const workspace = await makeWorkspace(place, mentions, 100);
      const token = `${workspace}.secret1`;
      const shares: number[] = [];
      const syncs: number[] = [];
      const deltas: number[] = [];
      for (let round = 1; round <= rounds; round++) {
        note(`round ${round} of ${rounds}`);
        const trivial = await perSecond(replica, "/trivial", token, bodyAt(mentions));
        const sync = await perSecond(replica, "/v1/sync", token, bodyAt(mentions));
        syncs.push(sync);
        shares.push(sync / trivial);
        deltas.push(await deltaMs(replica, token, mentions - deltaRows));
      }
      yield {
        metric: "syncs with nothing new a second, 64 callers",
        value: median(syncs),
        unit: "/s",
        gate: null,
        aim: null,
        better: "higher",
      };
      yield {
        metric: "sync with nothing new / a trivial JSON route",
        value: median(shares),
        unit: "",
        gate: 0.3,
        aim: 0.6,
        better: "higher",
      };
      yield {
        metric: "delta of 200 rows on 100,000 mentions, 95th percentile",
        value: median(deltas),
        unit: "ms",
        gate: 10,
        aim: 3,
        better: "lower",
      };
    } finally {
      await replica.close();
      await place.close();
    }
  },
};

export default benchmark;
