import type { Benchmark } from "./kit/benchmark.ts";
import { median } from "./kit/numbers.ts";
import { makeWorkspace, openPlace } from "./queue/place.ts";
import { bodyAt, deltaMs, perSecond } from "./wire/asking.ts";
import { openReplica } from "./wire/replica.ts";

const mentions = 100_000;
const deltaRows = 200;

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
        deltas.push(await deltaMs(replica, token, mentions - deltaRows, deltaRows));
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
