import { noRatedWork, type RatedWork } from "../../lib/schema/levels.ts";
import { grouped } from "../grouping.ts";

/** One person's last word on somebody's answer. */
export interface Rating {
  /** Which answer; nothing but equality is asked of it. */
  readonly item: string;
  readonly author: string;
  readonly rater: string;
  /** 1 good, 0.5 good with changes, 0 not good. */
  readonly value: number;
  readonly at: Date;
  /** The rater works for the brand. A rater with the empty id is no member: the author of the post that was answered. */
  readonly ofStaff: boolean;
}

/** How much one advocate's words on one author weigh together: who wants more needs other people. */
const mostOfPair = 2;
/** The same of two who rate each other and, in so many words and more, never found anything but good. */
const mostOfFriends = 1;
const friendsFrom = 3;
/** All people outside together weigh as little as this with one author: anybody can be asked to write "thanks". */
const mostOfOutsiders = 1;
const isOutside = (rater: string): boolean => rater === "";
const dayMs = 24 * 60 * 60_000;

/**
 * What the ratings say of each author. Nobody counts for themselves. One advocate counts for at most `mostOfPair` answers of the same author, spread over
 * all that they rated, so that friends who approve each other without end prove no more than friends who did so twice, and where it is mutual and without exception once; staff count each time, people outside together for one
 * answer. `weightOf`
 * says how much a rater counts (0..1).
 */
export function evidenceByAuthor(
  ratings: readonly Rating[],
  now: Date,
  weightOf: (rater: string) => number = () => 1,
): ReadonlyMap<string, RatedWork> {
  const others = ratings.filter(({ author, rater }) => author !== rater);
  const isFriend = friendsAmong(others);
  const mostOf = (rater: string, author: string) =>
    isOutside(rater) ? mostOfOutsiders : isFriend(rater, author) ? mostOfFriends : mostOfPair;
  return new Map([...grouped(others, ({ author }) => author)].map(([author, own]) => [author, evidenceOf(own, now, weightOf, mostOf)]));
}

/** Tells who rate each other, never found anything but good, and did so often. */
function friendsAmong(ratings: readonly Rating[]): (one: string, other: string) => boolean {
  const key = (rater: string, author: string) => `${rater} ${author}`;
  const pairs = new Map([...grouped(ratings, ({ rater, author }) => key(rater, author))]);
  return (one, other) => {
    const [there, back] = [pairs.get(key(one, other)) ?? [], pairs.get(key(other, one)) ?? []];
    const all = [...there, ...back];
    return there.length > 0 && back.length > 0 && all.length >= friendsFrom && all.every(({ value }) => value === 1);
  };
}

function evidenceOf(
  ratings: readonly Rating[],
  now: Date,
  weightOf: (rater: string) => number,
  mostOf: (rater: string, author: string) => number,
): RatedWork {
  const byRater = grouped(ratings, ({ rater }) => rater);
  const weights = new Map(
    [...byRater].map(([rater, own]) => [rater, weightOf(rater) * Math.min(1, mostOf(rater, own[0]?.author ?? "") / own.length)]),
  );
  const weight = ({ rater, ofStaff }: Rating) => (ofStaff ? 1 : (weights.get(rater) ?? 0));
  let [rated, good] = [0, 0];
  for (const words of grouped(ratings, ({ item }) => item).values()) {
    const weights = words.map(weight);
    const total = weights.reduce((sum, each) => sum + each, 0);
    if (total === 0) continue;
    const counts = Math.min(1, total);
    rated += counts;
    good += counts * (words.reduce((sum, { value }, index) => sum + value * (weights[index] ?? 0), 0) / total);
  }
  if (rated === 0) return noRatedWork;
  const first = Math.min(...ratings.map(({ at }) => at.getTime()));
  const raters = [...byRater].filter(([rater, own]) => !isOutside(rater) && own.some((each) => weight(each) > 0)).length;
  return { rated, good, raters, days: Math.max(0, Math.floor((now.getTime() - first) / dayMs)) };
}
