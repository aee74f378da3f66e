import {
  type FigureDimension,
  figurePeriods,
  mostTopAnswers,
  mostValues,
  type PeriodFigures,
  type PeriodQuery,
} from "../../lib/schema/period-figures.ts";
import {
  type CountedPost,
  deltasOf,
  type FigureCounts,
  type FigureDelta,
  isWaiting,
  plus,
  type SumDimension,
  valuesOf,
  zero,
} from "../figures/facts.ts";
import { backlogWith, bothSums, dayAfter, daysOf, furtherFigures, nothing, postFigures, type Sum } from "../figures/shown.ts";
import { addTimes } from "../figures/sketch.ts";
import { changedPosts, figuresUntil } from "../store/figure-posts.ts";
import {
  backlogOf,
  type DaySpan,
  monthsBetween,
  mostUsed,
  namesOfAnswers,
  namesOfLists,
  sumsBy,
  sumsOfDays,
  youngPosts,
} from "../store/figure-sums.ts";
import { all, first, one, type Queryable } from "../store/statement.ts";
import { dayIn } from "../trust/points.ts";
import type { Handler } from "./call.ts";
import { readChanges, zoneOf } from "./counting.ts";

const hourMs = 3_600_000;
/** Changes that were not counted yet are added while figures are read; with more of them the figures lack the latest. */
const mostPending = 20_000;
/** Values of a dimension that are looked at, of which those with most posts are told. */
const mostRead = 2_000;
/** As often figures are read anew when something was counted meanwhile. */
const attempts = 4;

/** What was changed since it was counted. */
interface Pending {
  readonly deltas: readonly FigureDelta[];
  readonly fresh: readonly CountedPost[];
  readonly ids: readonly string[];
}

interface Reading {
  readonly on: Queryable;
  readonly workspaceId: string;
  readonly at: Date;
  readonly pending: Pending;
}

const ago = (at: Date, hours: number): Date => new Date(at.getTime() - hours * hourMs);
const isIn = ({ from, until }: Pick<DaySpan, "from" | "until">, { day }: { readonly day: string }): boolean => day >= from && day <= until;

async function pendingOf(on: Queryable, workspaceId: string, zone: string, after: number): Promise<Pending> {
  const changes = readChanges(await all(on, changedPosts, { workspaceId, zone, after, most: mostPending }));
  const fresh = changes.map((change) => change.fresh);
  return { deltas: deltasOf(changes), fresh, ids: fresh.map(({ mention_id }) => mention_id) };
}

const countsIn = (row: FigureCounts): FigureCounts => plus(zero, row);

interface Sums {
  readonly sums: ReadonlyMap<string, Sum>;
  /** Values that were not looked at, and their posts. */
  readonly beyond: { readonly values: number; readonly seen: number };
}

/** The sums of days by a dimension: what was counted, what changed since, and who waits that nobody can be late for yet. */
async function sumsIn({ on, workspaceId, at, pending }: Reading, span: DaySpan, dimension: SumDimension, most = mostRead): Promise<Sums> {
  const rows = await all(on, sumsBy, { ...span, dimension, most });
  const sums = new Map<string, Sum>();
  const add = (value: string, sum: Partial<Sum>) => sums.set(value, bothSums(sums.get(value) ?? nothing, { ...nothing, ...sum }));
  for (const { value, times, ...row } of rows) {
    const read = new Map<number, number>();
    addTimes(read, times);
    add(value, { counts: countsIn(row), times: read });
  }
  for (const delta of pending.deltas) if (delta.dimension === dimension && isIn(span, delta)) add(delta.value, delta);
  const { from, until } = span;
  const young = { workspaceId, dimension, from, until, twoHoursAgo: ago(at, 2), dayAgo: ago(at, 24), except: pending.ids };
  for (const { value, under_2h, under_24h } of await all(on, youngPosts, young)) add(value, { under2h: under_2h, under24h: under_24h });
  for (const post of pending.fresh.filter((each) => isWaiting(each) && isIn(span, each))) {
    const ms = at.getTime() - Date.parse(post.asked_at);
    for (const [name, value] of valuesOf(post))
      if (name === dimension) add(value, { under2h: Number(ms < 2 * hourMs), under24h: Number(ms < 24 * hourMs) });
  }
  const [head] = rows;
  const read = rows.reduce((sum, { seen }) => sum + seen, 0);
  return { sums, beyond: { values: (head?.values ?? 0) - rows.length, seen: (head?.all_seen ?? 0) - read } };
}

const byNumber = new Set<FigureDimension>(["hour", "weekday"]);

async function valuesBy(reading: Reading, span: DaySpan, dimension: FigureDimension): Promise<PeriodFigures["by"]> {
  const { sums, beyond } = await sumsIn(reading, span, dimension);
  const sorted = [...sums]
    .filter(([, { counts }]) => counts.seen > 0)
    .sort(([a, { counts: one }], [b, { counts: other }]) =>
      byNumber.has(dimension) ? Number(a) - Number(b) : other.seen - one.seen || (a < b ? -1 : 1),
    );
  const shown = sorted.slice(0, mostValues);
  const rest = sorted.slice(mostValues);
  const { on, workspaceId } = reading;
  const lists = dimension === "list" ? await all(on, namesOfLists, { workspaceId, ids: shown.map(([key]) => key) }) : [];
  const names = new Map(lists.map(({ id, name }) => [id, name]));
  return {
    dimension,
    values: shown.map(([key, sum]) => ({ key, name: names.get(key) ?? null, ...postFigures(sum) })),
    left: { values: beyond.values + rest.length, seen: rest.reduce((seen, [, { counts }]) => seen + counts.seen, beyond.seen) },
  };
}

async function topAnswers({ on, workspaceId, pending }: Reading, span: DaySpan): Promise<PeriodFigures["topAnswers"]> {
  const used = new Map((await all(on, mostUsed, { ...span, most: mostRead })).map(({ value, ...row }) => [value, row]));
  for (const delta of pending.deltas) {
    if (delta.dimension !== "answer" || !isIn(span, delta)) continue;
    const { answered, liked } = used.get(delta.value) ?? zero;
    used.set(delta.value, { answered: answered + delta.counts.answered, liked: liked + delta.counts.liked });
  }
  const top = [...used]
    .filter(([, { answered }]) => answered > 0)
    .sort(([a, one], [b, other]) => other.answered - one.answered || (a < b ? -1 : 1))
    .slice(0, mostTopAnswers);
  const titles = await all(on, namesOfAnswers, { workspaceId, ids: top.map(([id]) => id) });
  const names = new Map(titles.map(({ id, name }) => [id, name]));
  return top.map(([itemId, { answered, liked }]) => ({ itemId, title: names.get(itemId) ?? null, used: answered, liked }));
}

async function backlog({ on, workspaceId, at, pending }: Reading): Promise<PeriodFigures["backlog"]> {
  const since = { twoHoursAgo: ago(at, 2), dayAgo: ago(at, 24), weekAgo: ago(at, 7 * 24) };
  const row = await one(on, backlogOf, { workspaceId, ...since, except: pending.ids });
  const { community, staff, in_work, under_2h, under_24h, under_7d, older, oldest_at } = row;
  const counted = {
    ...{ community, staff, inWork: in_work, oldestAt: oldest_at?.toISOString() ?? null },
    ages: { under2h: under_2h, under24h: under_24h, under7d: under_7d, older },
  };
  return backlogWith(counted, pending.fresh.filter(isWaiting), at.getTime());
}

async function dayCounts({ on, workspaceId, pending }: Reading, span: DaySpan): Promise<Map<string, FigureCounts>> {
  const rows = await all(on, sumsOfDays, { workspaceId, from: span.from, until: span.until });
  const days = new Map(rows.map(({ day, ...counts }) => [day, countsIn(counts)]));
  for (const delta of pending.deltas)
    if (delta.dimension === "all" && isIn(span, delta)) days.set(delta.day, plus(days.get(delta.day) ?? zero, delta.counts));
  return days;
}

const allOf = async (reading: Reading, span: DaySpan): Promise<Sum> => (await sumsIn(reading, span, "all")).sums.get("") ?? nothing;

async function read(reading: Reading, zone: string, { period, by }: PeriodQuery): Promise<PeriodFigures> {
  const { on, workspaceId, at } = reading;
  const length = figurePeriods[period];
  const until = dayIn(zone)(at);
  const from = dayAfter(until, 1 - length);
  const isLong = period === "years";
  const months = isLong ? await all(on, monthsBetween, { workspaceId, from, until }) : [];
  const span = { workspaceId, from, until, months: months.filter(({ is_summed }) => is_summed).map(({ month }) => month) };
  const before = { workspaceId, from: dayAfter(from, -length), until: dayAfter(from, -1), months: [] };
  const now = await allOf(reading, span);
  return {
    ...{ zone, from, until, at: at.toISOString() },
    now: postFigures(now),
    before: isLong ? null : postFigures(await allOf(reading, before)),
    days: daysOf(from, until, await dayCounts(reading, span)),
    ...furtherFigures(now),
    backlog: await backlog(reading),
    topAnswers: await topAnswers(reading, span),
    by: by === null ? null : await valuesBy(reading, span, by),
  };
}

/** The figures of a period: what was counted, with what changed since. Takes no locks; reads again where something was counted meanwhile. */
export async function periodFigures(on: Queryable, workspaceId: string, at: Date, query: PeriodQuery): Promise<PeriodFigures> {
  const zone = await zoneOf(on, workspaceId);
  for (let attempt = 1; ; attempt += 1) {
    const until = await first(on, figuresUntil, { workspaceId });
    const pending = await pendingOf(on, workspaceId, zone, until?.revision ?? 0);
    const figures = await read({ on, workspaceId, at, pending }, zone, query);
    const after = await first(on, figuresUntil, { workspaceId });
    if (after?.writes === until?.writes || attempt === attempts) return figures;
  }
}

export const readPeriodFigures: Handler<"figures.of_period"> = ({ client, workspaceId, at }, query) =>
  periodFigures(client, workspaceId, at, query);
