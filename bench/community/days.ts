import { evidenceDays, nextLevelState, noRatedWork, type RatedWork } from "../../lib/schema/levels.ts";
import { lookedAtOneIn, usualLookRules } from "../../lib/schema/look-rules.ts";
import { type Common, isAlike, tally } from "../../server/review/tally.ts";
import { evidenceByAuthor, type Rating } from "../../server/trust/evidence.ts";
import { raterWeights } from "../../server/trust/weights.ts";
import { findsGood, type Inhabitant, revises } from "./crowd.ts";

const dayMs = 24 * 60 * 60_000;
/** Drafts that one of staff, or one advocate, reads in a day. */
const readsADay = { staff: 20, advocate: 6 } as const;
/** Who of a ring is there when one of them sends a draft. */
const ringIsThere = 0.8;

/** How a community stands after some days. */
export interface After {
  readonly evidence: ReadonlyMap<string, RatedWork>;
  /** After how many days each first had level 1, for those who did. */
  readonly reached: ReadonlyMap<string, number>;
  readonly ratings: number;
  /** Drafts that nobody found the time to read to the end. */
  readonly unread: number;
}

/** Lets a community live for so many days, by the product's own rules for review, evidence and levels. */
export async function live(people: readonly Inhabitant[], days: number, random: () => number): Promise<After> {
  const start = new Date("2026-01-01T00:00:00Z");
  /** The last word of each on each answer. */
  const ratings = new Map<string, Rating>();
  const say = (rating: Rating) => {
    const key = `${rating.item} / ${rating.rater}`;
    // Good with changes.
    const value = ratings.get(key)?.value === 0 && rating.value === 1 ? 0.5 : rating.value;
    ratings.set(key, { ...rating, value });
  };
  const reached = new Map<string, number>();
  const stands = new Map<string, Common>();
  let evidence: ReadonlyMap<string, RatedWork> = new Map();
  let unread = 0;
  for (let day = 0; day < days; day++) {
    const at = (part: number) => new Date(start.getTime() + (day + part) * dayMs);
    const left = new Map(people.filter(mayRead).map((person) => [person, person.ofStaff ? readsADay.staff : readsADay.advocate]));
    for (const draft of draftsOf(people, day, random)) {
      if (
        !readThrough(draft, {
          left,
          stands,
          random,
          say: (rating) => say({ ...rating, at: at(draft.part), item: `${day} ${draft.id}` }),
        })
      )
        unread += 1;
    }
    lookAgain(people, day, { left, random, say: (rating, item) => say({ ...rating, at: at(random()), item: `${day} ${item}` }) });
    const now = at(1);
    const since = new Date(now.getTime() - evidenceDays * dayMs);
    const counted = [...ratings.values()].filter((each) => each.at >= since && mayRead(byId(people, each.rater)));
    const weights = await raterWeights(counted);
    evidence = evidenceByAuthor(counted, now, (rater) => weights.get(rater)?.weight ?? 1);
    for (const person of people) {
      if (person.ofStaff) continue;
      Object.assign(person, nextLevelState(person, evidence.get(person.id) ?? noRatedWork, now));
      if (person.level >= 1 && !reached.has(person.id)) reached.set(person.id, day + 1 - person.joins);
    }
  }
  return { evidence, reached, ratings: ratings.size, unread };
}

const mayRead = ({ ofStaff, level }: Inhabitant): boolean => ofStaff || level >= 1;

const index = new WeakMap<readonly Inhabitant[], Map<string, Inhabitant>>();
function byId(people: readonly Inhabitant[], id: string): Inhabitant {
  const known = index.get(people) ?? new Map(people.map((person) => [person.id, person]));
  index.set(people, known);
  return known.get(id) as Inhabitant;
}

interface Draft {
  readonly id: string;
  readonly author: Inhabitant;
  readonly isGood: boolean;
  /** When in the day, 0..1. */
  readonly part: number;
}

/** What newcomers write in a day, in its order: only their drafts are read by others first. */
function draftsOf(people: readonly Inhabitant[], day: number, random: () => number): Draft[] {
  const drafts = people
    .filter((person) => !mayRead(person) && person.joins <= day)
    .flatMap((author) =>
      answersOf(author, random).map((n) => ({
        id: `${author.id} ${n}`,
        author,
        isGood: random() < author.skill,
        part: random(),
      })),
    );
  return drafts.sort((a, b) => a.part - b.part);
}

interface Looking extends Pick<Reading, "left" | "random"> {
  readonly say: (rating: Pick<Rating, "author" | "rater" | "value" | "ofStaff">, item: string) => void;
}

/** Has somebody look again at the share of what the others published in a day: one of those on whom the lot fell comes. */
function lookAgain(people: readonly Inhabitant[], day: number, { left, random, say }: Looking): void {
  for (const author of people) {
    const oneIn = lookedAtOneIn({ role: "advocate", level: author.level }, usualLookRules);
    if (author.ofStaff || oneIn === 0 || author.joins > day) continue;
    for (const n of answersOf(author, random)) {
      if (random() >= 1 / oneIn) continue;
      const isGood = random() < author.skill;
      const there = [...left.keys()].filter((reader) => reader !== author && (left.get(reader) ?? 0) > 0);
      const reader = there[Math.floor(random() * there.length)];
      if (!reader) continue;
      left.set(reader, (left.get(reader) ?? 0) - 1);
      const value = findsGood(reader, author, isGood, random) ? 1 : 0;
      say({ author: author.id, rater: reader.id, value, ofStaff: reader.ofStaff }, `${author.id} ${n}`);
    }
  }
}

/** The numbers of what somebody answers in a day. */
function answersOf({ answersADay }: Inhabitant, random: () => number): number[] {
  return Array.from({ length: Math.floor(answersADay) + (random() < answersADay % 1 ? 1 : 0) }, (_, n) => n);
}

interface Reading {
  /** How many more each may read today. */
  readonly left: Map<Inhabitant, number>;
  readonly stands: Map<string, Common>;
  readonly random: () => number;
  readonly say: (rating: Pick<Rating, "author" | "rater" | "value" | "ofStaff">) => void;
}

/** Has readers come until a draft is approved, or sent back and not written anew; false when they run out. */
function readThrough(draft: Draft, reading: Reading): boolean {
  const first = readOnce(draft, reading, []);
  if (!(first instanceof Object)) return first;
  const { author } = draft;
  if (reading.random() >= revises[author.nature]) return true;
  // Who sent it back reads it again first.
  return readOnce({ ...draft, isGood: reading.random() < author.skill }, reading, [first.sentBackBy]) !== false;
}

/** Has readers come, `first` and then friends before the others; true when they approved the text, false when they ran out, or who sent it back. */
function readOnce({ author, isGood }: Draft, { left, stands, random, say }: Reading, first: readonly Inhabitant[]) {
  const there = [...left.keys()].filter((reader) => reader !== author && (left.get(reader) ?? 0) > 0);
  const friends = there.filter(({ ring }) => ring !== null && ring === author.ring && random() < ringIsThere);
  const ahead = [...first, ...friends];
  const approvals: { isStaff: boolean; isUnlike: boolean }[] = [];
  const asked = new Set<Inhabitant>();
  for (;;) {
    const others = there.filter((reader) => !asked.has(reader));
    const reader = ahead.find((each) => !asked.has(each)) ?? others[Math.floor(random() * others.length)];
    if (reader === undefined) return false;
    asked.add(reader);
    left.set(reader, (left.get(reader) ?? 0) - 1);
    const isApproved = findsGood(reader, author, isGood, random);
    say({ author: author.id, rater: reader.id, value: isApproved ? 1 : 0, ofStaff: reader.ofStaff });
    const pair = [author.id, reader.id].sort().join(" / ");
    const common = stands.get(pair) ?? { shared: 0, agreed: 0 };
    stands.set(pair, { shared: common.shared + 1, agreed: common.agreed + (isApproved ? 1 : 0) });
    if (!isApproved) return { sentBackBy: reader };
    approvals.push({ isStaff: reader.ofStaff, isUnlike: !isAlike(common) });
    if (tally(approvals).needs === 0) return true;
  }
}
