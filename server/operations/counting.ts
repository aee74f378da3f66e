import type { Pool } from "pg";
import { figureDimensions, figurePeriods } from "../../lib/schema/period-figures.ts";
import { type CountedPost, deltasOf, type FigureDelta, type SumDimension } from "../figures/facts.ts";
import { dayAfter } from "../figures/shown.ts";
import { addTimes, writeTimes } from "../figures/sketch.ts";
import {
  beginFigures,
  type ChangedPost,
  changedPosts,
  chosenPosts,
  dropFigurePosts,
  dropKeywordLabels,
  listsRevision,
  lockFigures,
  putFigurePosts,
  putFiguresUntil,
  putKeywordLabels,
  putListsCounted,
} from "../store/figure-posts.ts";
import { addToDays, monthsBetween, putMonth, sumsBy, timesOfDays } from "../store/figure-sums.ts";
import { transaction } from "../store/pool.ts";
import { all, first, one, type Queryable } from "../store/statement.ts";
import { clockOfWorkspace } from "../store/workspaces.ts";
import { dayIn } from "../trust/points.ts";

/** Changes counted in one transaction. */
const perRound = 5_000;
/** Values of a dimension in a month; of labels there may be as many as keywords. */
const mostValues = 20_000;
const dayMs = 24 * 60 * 60_000;
const sumDimensions = ["all", "answer", ...figureDimensions] as const;

/** The zone whose days a workspace's figures are told in. */
export async function zoneOf(on: Queryable, workspaceId: string): Promise<string> {
  const { clock } = await one(on, clockOfWorkspace, workspaceId);
  return clock.hours?.zone ?? "UTC";
}

/** Those of which something changed that is counted. */
export function readChanges(posts: readonly ChangedPost[]): { readonly fresh: CountedPost; readonly known: CountedPost | null }[] {
  return posts
    .filter(({ fresh, known }) => fresh !== known)
    .map(({ fresh, known }) => ({
      fresh: JSON.parse(fresh) as CountedPost,
      known: known === null ? null : (JSON.parse(known) as CountedPost),
    }));
}

const keyOf = ({ day, dimension, value }: Pick<FigureDelta, "day" | "dimension" | "value">): string => `${day} ${dimension} ${value}`;

/** Adds what changed to the days' sums. */
async function add(on: Queryable, workspaceId: string, deltas: readonly FigureDelta[], write: number): Promise<void> {
  if (deltas.length === 0) return;
  const column = <T>(of: (delta: FigureDelta) => T) => deltas.map(of);
  const keys = { days: column(({ day }) => day), dimensions: column(({ dimension }) => dimension), values: column(({ value }) => value) };
  const had = new Map((await all(on, timesOfDays, { workspaceId, ...keys })).map((row) => [keyOf(row), row.times]));
  const rows = deltas.map((delta) => {
    const times = new Map(delta.times);
    addTimes(times, had.get(keyOf(delta)) ?? Buffer.alloc(0));
    const { day, dimension, value, counts } = delta;
    return { day, dimension, value, ...counts, times: writeTimes(times).toString("hex") };
  });
  await all(on, addToDays, { workspaceId, rows: JSON.stringify(rows), write });
}

/** FigureCounts these posts as they are now, in place of what was counted of them before. */
async function count(on: Queryable, workspaceId: string, posts: readonly ChangedPost[], write: number): Promise<void> {
  const changed = posts.filter(({ fresh, known }) => fresh !== known);
  if (changed.length === 0) return;
  await add(on, workspaceId, deltasOf(readChanges(changed)), write);
  await all(on, putFigurePosts, { workspaceId, posts: `[${changed.map(({ fresh }) => fresh).join(",")}]` });
}

/** Has the labels of keywords lead to the lists that are live. */
async function refreshLabels(on: Queryable, workspaceId: string, madeOf: number): Promise<void> {
  const { revision } = await one(on, listsRevision, { workspaceId });
  if (revision === madeOf) return;
  await all(on, dropKeywordLabels, { workspaceId });
  await all(on, putKeywordLabels, { workspaceId });
  await all(on, putListsCounted, { workspaceId, revision });
}

/** One round; gives whether there may be more. */
async function countRound(pool: Pool, workspaceId: string, zone: string): Promise<boolean> {
  return transaction(pool, async (client) => {
    await all(client, beginFigures, { workspaceId });
    const { revision, lists, writes } = await one(client, lockFigures, { workspaceId });
    await refreshLabels(client, workspaceId, lists);
    const posts = await all(client, changedPosts, { workspaceId, zone, after: revision, most: perRound });
    const last = posts.at(-1);
    if (last === undefined) return false;
    await count(client, workspaceId, posts, writes + 1);
    await all(client, putFiguresUntil, { workspaceId, revision: last.revision });
    return posts.length === perRound;
  });
}

/** Adds every change of a workspace's mentions to the figures, once: two servers that do it at once wait for each other. */
export async function countFigures({ pool }: { readonly pool: Pool }, workspaceId: string): Promise<void> {
  const zone = await zoneOf(pool, workspaceId);
  while (await countRound(pool, workspaceId, zone));
}

/**
 * FigureCounts posts as they are, and forgets all of them but that: belongs into the transaction that deletes them, before it does, their mentions locked.
 * Also where a person has them deleted: the counts name nobody.
 */
export async function keepFigures(on: Queryable, workspaceId: string, mentionIds: readonly string[]): Promise<void> {
  await all(on, beginFigures, { workspaceId });
  const { writes } = await one(on, lockFigures, { workspaceId });
  await count(on, workspaceId, await all(on, chosenPosts, { workspaceId, zone: await zoneOf(on, workspaceId), mentionIds }), writes + 1);
  await all(on, dropFigurePosts, { workspaceId, mentionIds });
  await all(on, putFiguresUntil, { workspaceId, revision: 0 });
}

async function sumMonth(on: Queryable, workspaceId: string, month: string, dimension: SumDimension, write: number): Promise<void> {
  const until = dayAfter(`${dayAfter(month, 31).slice(0, 8)}01`, -1);
  const sums = await all(on, sumsBy, { workspaceId, from: month, until, months: [], dimension, most: mostValues });
  const rows = sums.map(({ times, values, all_seen, ...row }) => {
    const together = new Map<number, number>();
    addTimes(together, times);
    return { ...row, times: writeTimes(together).toString("hex") };
  });
  await all(on, putMonth, { workspaceId, month, dimension, rows: JSON.stringify(rows), write });
}

/** Adds up the months of which days changed, so that two years are read in a moment. */
export async function sumMonths({ pool, now }: { readonly pool: Pool; readonly now: () => Date }, workspaceId: string): Promise<void> {
  const dayOf = dayIn(await zoneOf(pool, workspaceId));
  const at = now();
  const from = dayOf(new Date(at.getTime() - (figurePeriods.years + 31) * dayMs));
  const months = await all(pool, monthsBetween, { workspaceId, from, until: dayOf(at) });
  for (const { month } of months.filter(({ is_summed }) => !is_summed)) {
    await transaction(pool, async (client) => {
      const until = await first(client, lockFigures, { workspaceId });
      for (const dimension of sumDimensions) await sumMonth(client, workspaceId, month, dimension, until?.writes ?? 0);
    });
  }
}
