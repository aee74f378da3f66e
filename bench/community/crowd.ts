/** What somebody is at heart: how good their answers are and how they read those of others. */
export const natures = ["honest", "careless", "ring", "spammer"] as const;
type Nature = (typeof natures)[number];

/** A member of an invented community. */
export interface Inhabitant {
  readonly id: string;
  readonly nature: Nature;
  readonly ofStaff: boolean;
  /** Of five who approve each other; null for everybody else. */
  readonly ring: number | null;
  /** Share of their answers that are good; answers a day. */
  readonly skill: number;
  readonly answersADay: number;
  /** On which day they join: a community grows. */
  readonly joins: number;
  level: number;
  falteringSince: Date | null;
}

const share: Readonly<Record<Exclude<Nature, "honest">, number>> = { careless: 0.1, ring: 0.05, spammer: 0.05 };
const ringSize = 5;
const staffCount = 5;
/** Advocates whom an admin knows and invites so, at the beginning; the others join in these days. */
const knownCount = 30;
const joiningDays = 20;

/** How each nature answers: share of good answers from, to; answers a day from, to. */
const ways: Readonly<Record<Nature, readonly [from: number, to: number, least: number, most: number]>> = {
  honest: [0.75, 1, 0.5, 2],
  careless: [0.3, 0.6, 0.5, 2],
  ring: [0.1, 0.4, 2, 4],
  spammer: [0, 0.1, 3, 6],
};

/** Staff, and `count` advocates: 5 % in rings, 5 % spammers, 10 % careless, the others honest; some of these are known to an admin. */
export function crowd(count: number, random: () => number): Inhabitant[] {
  const between = (from: number, to: number) => from + random() * (to - from);
  const person = (id: string, nature: Nature, parts: Partial<Inhabitant>): Inhabitant => {
    const [from, to, least, most] = ways[nature];
    const own = { skill: between(from, to), answersADay: between(least, most) };
    return {
      id,
      nature,
      ofStaff: false,
      ring: null,
      level: 0,
      falteringSince: null,
      joins: Math.floor(random() * joiningDays),
      ...own,
      ...parts,
    };
  };
  const of = (nature: Exclude<Nature, "honest">) => Math.round(share[nature] * count);
  const named = (nature: Nature, number: number, parts: (n: number) => Partial<Inhabitant> = () => ({})) =>
    Array.from({ length: number }, (_, n) => person(`${nature} ${n}`, nature, parts(n)));
  return [
    ...Array.from({ length: staffCount }, (_, n) => person(`staff ${n}`, "honest", { ofStaff: true, answersADay: 0, joins: 0 })),
    ...named("ring", of("ring"), (n) => ({ ring: Math.floor(n / ringSize) })),
    ...named("spammer", of("spammer")),
    ...named("careless", of("careless")),
    ...named("honest", count - of("ring") - of("spammer") - of("careless"), (n) => (n < knownCount ? { level: 1, joins: 0 } : {})),
  ];
}

/** How likely somebody says the right thing of an answer. A ring approves its own whatever they are. */
const readsRightly: Readonly<Record<Nature, number>> = { honest: 0.9, careless: 0.65, ring: 0.65, spammer: 0.5 };

/** Whether this reader finds the answer good. */
export function findsGood(reader: Inhabitant, author: Inhabitant, isGood: boolean, random: () => number): boolean {
  if (reader.ring !== null && reader.ring === author.ring) return true;
  return random() < readsRightly[reader.nature] ? isGood : !isGood;
}

/** How likely somebody whose draft came back writes it anew, once, instead of leaving it. */
export const revises: Readonly<Record<Nature, number>> = { honest: 0.7, careless: 0.4, ring: 0.5, spammer: 0.1 };
