import { seeded } from "../../scripts/seeded.ts";

/** A community on invented days, in minutes. */
interface InventedDays {
  readonly seed: number;
  readonly days: number;
  /** Posts in an hour, and people who answer at any time; each takes so long for one post on average. */
  readonly postsPerHour: number;
  readonly people: number;
  readonly answerMinutes: number;
  /** Topics of the community; a post has one of them with this chance, and so many of the people know one each. */
  readonly topics: number;
  readonly topicShare: number;
  readonly knowing: number;
  /** How much earlier a known topic comes, among how many of the first in turn; 0: topics count for nothing. */
  readonly topicMinutes: number;
  readonly window: number;
}

interface Waiting {
  readonly cameAt: number;
  /** Minutes by which its priority lets it pass others. */
  readonly turn: number;
  /** Null: of no topic. */
  readonly topic: number | null;
}

interface Waits {
  /** Minutes that posts of no topic waited, and all others, in the order in which they were taken. */
  readonly plain: readonly number[];
  readonly others: readonly number[];
  /** How often somebody who knows a topic got a post of it, of the posts that have one. */
  readonly known: number;
  /** By how much later a post came that was taken before one of no topic, at most. */
  readonly passedBy: number;
}

/** Where in `queue`, which is in the order of the turns, the post stands that somebody of this topic gets. */
function choose(queue: readonly Waiting[], topic: number | null, { topicMinutes, window }: InventedDays): number {
  let best = 0;
  let bestTurn = Number.POSITIVE_INFINITY;
  for (const [place, post] of queue.slice(0, window + 1).entries()) {
    const turn = post.turn - (topic !== null && post.topic === topic ? topicMinutes : 0);
    if (turn < bestTurn) [best, bestTurn] = [place, turn];
  }
  return best;
}

function insert(queue: Waiting[], post: Waiting): void {
  const place = queue.findLastIndex(({ turn }) => turn <= post.turn) + 1;
  queue.splice(place, 0, post);
}

/** Lets posts come and people take the next one for so many days. The same seed gives the same days, whatever topics weigh. */
export function simulate(community: InventedDays): Waits {
  const { seed, days, postsPerHour, people, answerMinutes, topics, topicShare, knowing } = community;
  const [coming, working] = [seeded(seed), seeded(seed + 1)];
  const gap = (mean: number, random: () => number) => -Math.log(1 - random()) * mean;
  const free = Array.from({ length: people }, () => gap(answerMinutes, working));
  const queue: Waiting[] = [];
  const [plain, others]: [number[], number[]] = [[], []];
  let [known, withTopic, passedBy] = [0, 0, 0];
  const take = (person: number, at: number) => {
    const topic = person < knowing ? person % topics : null;
    const [post] = queue.splice(choose(queue, topic, community), 1);
    if (!post) return;
    (post.topic === null ? plain : others).push(at - post.cameAt);
    if (post.topic !== null) withTopic += 1;
    if (post.topic !== null && post.topic === topic) known += 1;
    for (const left of queue) if (left.topic === null) passedBy = Math.max(passedBy, post.cameAt - left.cameAt);
    free[person] = at + gap(answerMinutes, working);
  };
  for (let at = gap(60 / postsPerHour, coming); at < days * 24 * 60; at += gap(60 / postsPerHour, coming)) {
    // Who becomes free before the next post comes takes one that waits.
    for (let next = nextFree(free); (free[next] ?? at) < at && queue.length > 0; next = nextFree(free)) take(next, free[next] ?? at);
    // Most posts are calm: priorities as the square of chance, a hundred points for two hours.
    const turn = at - 120 * coming() ** 2;
    insert(queue, { cameAt: at, turn, topic: coming() < topicShare ? Math.floor(coming() * topics) : null });
    const idle = nextFree(free);
    if ((free[idle] ?? at) <= at) take(idle, at);
  }
  return { plain, others, known: withTopic === 0 ? 0 : known / withTopic, passedBy };
}

const nextFree = (free: readonly number[]): number => free.reduce((least, at, person) => (at < (free[least] ?? at) ? person : least), 0);
