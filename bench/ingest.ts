import { limits } from "../lib/schema/wire.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { Chance, median } from "./kit/numbers.ts";
import { makeWorkspace, openPlace } from "./queue/place.ts";
import { openReplica } from "./wire/replica.ts";
import { batchOf, ingest } from "./wire/sightings.ts";

const batches = 30;

const benchmark: Benchmark = {
  about: "sightings of new posts in batches of 200 by several devices, scored and stored; a PostgreSQL on disk with fsync",
  rounds: 5,
  async *run({ rounds, note }) {
    const place = await openPlace();
    const replica = await openReplica(place.url, false);
    const chance = new Chance(7);
    try {
      const rates: number[] = [];
      const knownRates: number[] = [];
      for (let round = 0; round <= rounds; round++) {
        note(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
        const workspace = await makeWorkspace(place, 10, batches);
        const bodies = Array.from({ length: batches }, (_, n) => batchOf(chance, 1_000_000 + n * limits.operations));
        const rate = await ingest(replica, workspace, bodies);
        // The same posts, reported again by other devices.
        const again = await ingest(replica, workspace, bodies.toReversed());
        if (round === 0) continue;
        rates.push(rate);
        knownRates.push(again);
      }
      yield {
        metric: "sightings a second, with triage, batched",
        value: median(rates),
        unit: "/s",
        gate: 3000,
        aim: 10_000,
        better: "higher",
      };
      yield { metric: "the same posts seen by others", value: median(knownRates), unit: "/s", gate: null, aim: null, better: "higher" };
    } finally {
      await replica.close();
      await place.close();
    }
  },
};

export default benchmark;
