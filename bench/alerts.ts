import { seeded } from "../scripts/seeded.ts";
import { type CalledDay, community, day, policies } from "./alerts/day.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { median } from "./kit/numbers.ts";

const members = 1_000;
const posts = 200;
const minuteMs = 60_000;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function figuresOf({ called, takenMs }: CalledDay): Record<string, number> {
  return {
    "called for a post, mean": mean(called),
    "minutes until somebody took it, median": median(takenMs) / minuteMs,
    "minutes until somebody took it, of nine in ten": (takenMs.toSorted((a, b) => a - b)[Math.floor(0.9 * posts)] ?? Number.NaN) / minuteMs,
    "taken while members were called, share": takenMs.filter(Number.isFinite).length / takenMs.length,
    "calls of a member in a day, mean": called.reduce((sum, count) => sum + count, 0) / members,
  };
}

const benchmark: Benchmark = {
  about:
    "whom alerts call, in an invented community of 1,000 on a day with 200 posts: the likeliest, any few, everybody (rounds are seeds)",
  rounds: 5,
  async *run({ rounds, note }) {
    const rows = new Map<string, number[]>();
    for (let seed = 1; seed <= rounds; seed += 1) {
      for (const [name, policy] of Object.entries(policies)) {
        const people = community(members, seeded(seed));
        const figures = figuresOf(day(people, posts, policy, seeded(seed + 1_000)));
        note(`seed ${seed}, ${name}: ${JSON.stringify(figures)}`);
        for (const [metric, value] of Object.entries(figures))
          rows.set(`${name}: ${metric}`, [...(rows.get(`${name}: ${metric}`) ?? []), value]);
      }
    }
    for (const [metric, values] of rows)
      yield { metric, value: median(values), unit: "", gate: null, aim: null, better: "lower" } satisfies Figure;
  },
};

export default benchmark;
