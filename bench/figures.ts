import type { Pool } from "pg";
import { type FigureDimension, type FigurePeriod, figureDimensions, figurePeriods } from "../lib/schema/period-figures.ts";
import { limits } from "../lib/schema/wire.ts";
import { type CountedPost, deltasOf } from "../server/figures/facts.ts";
import { percentileMs, timeBucket, writeTimes } from "../server/figures/sketch.ts";
import { countFigures, sumMonths } from "../server/operations/counting.ts";
import { periodFigures } from "../server/operations/period-figures.ts";
import { beginFigures, putFigurePosts, putFiguresUntil } from "../server/store/figure-posts.ts";
import { addToDays } from "../server/store/figure-sums.ts";
import { all } from "../server/store/statement.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { Chance, median, quantile } from "./kit/numbers.ts";
import { makeWorkspace, openPlace } from "./queue/place.ts";
import { openReplica } from "./wire/replica.ts";
import { batchOf, ingest } from "./wire/sightings.ts";

const heldDays = 30;
const postsADay = 33_334;
const keptDays = 760;
/** What changed in the ten minutes since the last count, at that many posts a month. */
const pending = 500;
/** Rows in the queue's own table, of which the views read what is pending. */
const queued = 100_000;
const batches = 30;
const dayMs = 24 * 60 * 60_000;
const today = () => new Date().toISOString().slice(0, 10);

const languages = ["en", "de", "he", "id", "vi", "unknown"];
const kinds = ["question", "complaint", "request", "praise", "other"];

/** An invented post of today. Times to the first answer are spread over minutes to days. */
function post(chance: Chance, n: number): CountedPost {
  const isAnswered = chance.next() < 0.6;
  return {
    ...{ mention_id: `p:${n}`, day: today(), hour: chance.between(0, 23), site: chance.pick(["x", "facebook", "reddit"], 2) },
    ...{ language: chance.pick(languages, 2), lists: [`list${chance.between(1, 5)}`], labels: [`Label ${chance.between(1, 40)}`] },
    ...{ route: chance.next() < 0.8 ? "community" : "first_line", kind: chance.pick(kinds, 1.5) },
    place: isAnswered ? "answered" : chance.pick(["noAnswerExpected", "notAboutUs", "neverTaken", "spam"] as const),
    asked_at: new Date(Date.now() - chance.between(0, dayMs)).toISOString(),
    answer_ms: isAnswered ? Math.round(600_000 * Math.exp(3 * (chance.next() + chance.next() - 0.7))) : null,
    ...{ by_community: chance.next() < 0.7, item: chance.next() < 0.3 ? `item${chance.between(1, 200)}` : null },
    ...{
      takes: 1,
      given_back: 0,
      ran_out: 0,
      rightly_sent: 0,
      wrongly_sent: 0,
      missed: 0,
      look: null,
      thanked: false,
      still_broken: false,
    },
  };
}

const copyPosts = `INSERT INTO figure_posts (workspace_id, mention_id, day, hour, site, language, lists, labels, route, kind, place, asked_at, answer_ms,
    by_community, item, takes, given_back, ran_out, rightly_sent, wrongly_sent, missed, look, thanked, still_broken)
  SELECT workspace_id, mention_id || '-' || n, day - n, hour, site, language, lists, labels, route, kind,
    CASE WHEN place = 'neverTaken' AND n > 3 THEN 'spam' ELSE place END, asked_at - n * interval '1 day', answer_ms,
    by_community, item, takes, given_back, ran_out, rightly_sent, wrongly_sent, missed, look, thanked, still_broken
  FROM figure_posts, generate_series(1, $2::integer) AS n WHERE workspace_id = $1`;

/** Copies the sums of today to all days before. */
async function copySums(pool: Pool, workspace: string): Promise<void> {
  const { rows } = await pool.query(
    "SELECT column_name FROM information_schema.columns WHERE table_name = 'figures' AND column_name <> 'starts'",
  );
  const names = rows.map(({ column_name }) => column_name).join(", ");
  await pool.query(
    `INSERT INTO figures (${names}, starts) SELECT ${names}, starts - n FROM figures, generate_series(1, $2::integer) AS n WHERE workspace_id = $1`,
    [workspace, keptDays - 1],
  );
}

/** A workspace with a million posts counted in 30 days, and sums of two years. */
async function fill(pool: Pool, workspace: string): Promise<void> {
  const chance = new Chance(16);
  const posts = Array.from({ length: postsADay }, (_, n) => post(chance, n));
  await all(pool, beginFigures, { workspaceId: workspace });
  await all(pool, putFigurePosts, { workspaceId: workspace, posts: JSON.stringify(posts) });
  const rows = deltasOf(posts.map((fresh) => ({ fresh, known: null }))).map(({ day, dimension, value, counts, times }) => ({
    ...{ day, dimension, value, ...counts },
    times: writeTimes(times).toString("hex"),
  }));
  await all(pool, addToDays, { workspaceId: workspace, rows: JSON.stringify(rows), write: 1 });
  await copySums(pool, workspace);
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(copyPosts, [workspace, heldDays - 1]);
    await client.query("VACUUM ANALYZE figure_posts, figures, mentions");
  } finally {
    client.release(true);
  }
  await all(pool, putFiguresUntil, { workspaceId: workspace, revision: queued - pending });
  await sumMonths({ pool, now: () => new Date() }, workspace);
}

/** The largest error of percentiles of 33,000 times, as a part of the exact ones. */
function worstError(): number {
  const chance = new Chance(5);
  const values = Array.from({ length: postsADay }, (_, n) => post(chance, n)).flatMap(({ answer_ms }) => answer_ms ?? []);
  const sorted = values.toSorted((a, b) => a - b);
  const times = new Map<number, number>();
  for (const ms of values) times.set(timeBucket(ms), (times.get(timeBucket(ms)) ?? 0) + 1);
  const errors = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map((q) => {
    const exact = sorted[Math.floor(q * (sorted.length - 1))] ?? 1;
    return Math.abs((percentileMs(times, q) ?? 0) - exact) / exact;
  });
  return Math.max(...errors);
}

const benchmark: Benchmark = {
  about: "figures of 1,000,000 posts in 30 days and sums of two years: every view, what counting costs beside ingest, error of percentiles",
  rounds: 3,
  async *run({ rounds, note }) {
    const place = await openPlace();
    const replica = await openReplica(place.url, false);
    try {
      note("filling");
      const workspace = await makeWorkspace(place, queued, 10);
      await fill(place.pool, workspace);
      const took: number[] = [];
      for (const period of Object.keys(figurePeriods) as FigurePeriod[]) {
        for (const by of [null, ...figureDimensions] as (FigureDimension | null)[]) {
          const own: number[] = [];
          for (let round = 0; round <= rounds; round += 1) {
            const begun = performance.now();
            await periodFigures(place.pool, workspace, new Date(), { period, by });
            if (round > 0) own.push(performance.now() - begun);
          }
          note(`${period} by ${by ?? "nothing"}: ${median(own).toFixed(0)} ms`);
          took.push(...own);
        }
      }
      yield { metric: "a view, 95th percentile of all", value: quantile(took, 0.95), unit: "ms", gate: 300, aim: 100, better: "lower" };
      yield { metric: "a view, median of all", value: median(took), unit: "ms", gate: null, aim: null, better: "lower" };
      const shares: number[] = [];
      const perPost: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const fresh = await makeWorkspace(place, 10, batches);
        const bodies = Array.from({ length: batches }, (_, n) =>
          batchOf(new Chance(round), (round + 1) * 1_000_000 + n * limits.operations),
        );
        const begun = performance.now();
        await ingest(replica, fresh, bodies);
        const ingested = performance.now();
        await countFigures(place, fresh);
        const counting = performance.now() - ingested;
        shares.push((100 * counting) / (ingested - begun));
        perPost.push((1_000 * counting) / (batches * limits.operations));
      }
      yield {
        metric: "counting, as a share of the time that reports took",
        value: median(shares),
        unit: "%",
        gate: 2,
        aim: null,
        better: "lower",
      };
      yield { metric: "counting, of each change", value: median(perPost), unit: "µs", gate: null, aim: null, better: "lower" };
      yield { metric: "largest error of a percentile", value: 100 * worstError(), unit: "%", gate: 2, aim: 1, better: "lower" };
    } finally {
      await replica.close();
      await place.close();
    }
  },
};

export default benchmark;
