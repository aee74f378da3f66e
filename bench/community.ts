import { performance } from "node:perf_hooks";
import { levelBy, lowerBound, noRatedWork } from "../lib/schema/levels.ts";
import { seeded } from "../scripts/seeded.ts";
import { evidenceByAuthor, type Rating } from "../server/trust/evidence.ts";
import { raterWeights } from "../server/trust/weights.ts";
import { crowd, type Inhabitant, natures } from "./community/crowd.ts";
import { type After, live } from "./community/days.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { median } from "./kit/numbers.ts";

const members = 1_000;
const days = 30;
const verdicts = 100_000;
/** Who joined later has not had the time. */
const lastJoin = 20;

/** How good somebody is, as far as the community can tell. */
const standing = (person: Inhabitant, { evidence }: After) => lowerBound(evidence.get(person.id) ?? noRatedWork);

/** Share of pairs in which the honest one stands above the other; a tie is half a pair. */
function pairsRight(people: readonly Inhabitant[], after: After, isBad: (person: Inhabitant) => boolean): number {
  const honest = people.filter(({ nature, ofStaff }) => nature === "honest" && !ofStaff).map((person) => standing(person, after));
  const bad = people.filter(isBad).map((person) => standing(person, after));
  let right = 0;
  for (const one of honest) for (const other of bad) right += one > other ? 1 : one === other ? 0.5 : 0;
  return right / (honest.length * bad.length);
}

function figuresOf(people: readonly Inhabitant[], after: After): Record<string, number> {
  const newcomers = people.filter(({ nature, joins }) => nature === "honest" && joins > 0 && joins < lastJoin);
  const toOne = newcomers.map(({ id }) => after.reached.get(id) ?? Number.POSITIVE_INFINITY);
  const levelOne = (nature: (typeof natures)[number]) => {
    const own = people.filter((person) => person.nature === nature && !person.ofStaff);
    return own.filter(({ level }) => level >= 1).length / own.length;
  };
  return {
    "honest above bad, share of pairs": pairsRight(people, after, ({ nature }) => nature !== "honest"),
    "honest above rings and spammers, share of pairs": pairsRight(people, after, ({ nature }) => nature === "ring" || nature === "spammer"),
    "members of rings at level 2": people.filter(({ nature, level }) => nature === "ring" && level >= 2).length,
    "days of a good newcomer to level 1, median": median(toOne),
    ...Object.fromEntries(natures.map((nature) => [`${nature} at level 1 and above, share`, levelOne(nature)])),
    verdicts: after.ratings,
    "drafts that nobody read to the end": after.unread,
  };
}

/** Seconds to work out how much every rater's words weigh, and everybody's level by these, from so many verdicts. */
async function secondsForAll(random: () => number): Promise<number> {
  const name = () => `m${Math.floor(random() * members)}`;
  const at = new Date("2026-01-01T00:00:00Z");
  const ratings = Array.from(
    { length: verdicts },
    (_, n): Rating => ({ item: `${Math.floor(n / 2)}`, author: name(), rater: name(), value: random() < 0.8 ? 1 : 0, at, ofStaff: false }),
  );
  const start = performance.now();
  const weights = await raterWeights(ratings);
  for (const evidence of evidenceByAuthor(ratings, at, (rater) => weights.get(rater)?.weight ?? 1).values()) levelBy(evidence);
  return (performance.now() - start) / 1000;
}

const marks: Readonly<Record<string, Partial<Figure>>> = {
  "honest above bad, share of pairs": { gate: 0.99, aim: 0.999 },
  "honest above rings and spammers, share of pairs": {},
  "members of rings at level 2": { gate: 0, better: "lower" },
  "days of a good newcomer to level 1, median": { unit: "days", gate: 3, better: "lower" },
  "levels from 100,000 verdicts": { unit: "s", gate: 10, better: "lower" },
};

const benchmark: Benchmark = {
  about:
    "levels in an invented community of 1,000: 5 % in rings of five, 5 % spammers, 10 % careless; 30 days by the product's own rules (rounds are seeds)",
  rounds: 3,
  async *run({ rounds, note }) {
    const all: Record<string, number>[] = [];
    for (let seed = 1; seed <= rounds; seed++) {
      const random = seeded(seed);
      const people = crowd(members, random);
      all.push({ ...figuresOf(people, await live(people, days, random)), "levels from 100,000 verdicts": await secondsForAll(random) });
      note(`seed ${seed}: ${JSON.stringify(all.at(-1))}`);
    }
    for (const metric of Object.keys(all[0] ?? {})) {
      const value = median(all.map((each) => each[metric] ?? Number.NaN));
      yield { metric, value, unit: "", gate: null, aim: null, better: "higher", ...marks[metric] };
    }
  },
};

export default benchmark;
