import { counted, type FigureCounts, type SumDimension } from "../figures/facts.ts";
import { named } from "./statement.ts";

interface SumKeys {
  readonly workspaceId: string;
  readonly days: readonly string[];
  readonly dimensions: readonly SumDimension[];
  readonly values: readonly string[];
}

/** The times of days that are there already. */
export const timesOfDays = named<SumKeys, { day: string; dimension: SumDimension; value: string; times: Buffer }>(
  "figures.times",
  `SELECT to_char(f.starts, 'YYYY-MM-DD') AS day, f.dimension, f.value, f.times
   FROM unnest($days::date[], $dimensions::text[], $values::text[]) AS given (day, dimension, value)
   JOIN figures f ON f.workspace_id = $workspaceId AND f.dimension = given.dimension AND f.span = 'day' AND f.starts = given.day AND f.value = given.value`,
);

const record = counted.map((name) => `${name} integer`).join(", ");

/** Adds to days: rows as JSON with `day`, `dimension`, `value`, what is to be added, and all `times` from now on in hexadecimal digits. */
export const addToDays = named<{ workspaceId: string; rows: string; write: number }>(
  "figures.add",
  `INSERT INTO figures AS f (workspace_id, span, starts, dimension, value, ${counted.join(", ")}, times, written)
   SELECT w.workspace_id, 'day', g.day, g.dimension, g.value, ${counted.map((name) => `g.${name}`).join(", ")}, decode(g.times, 'hex'), $write
   FROM workspaces w, json_to_recordset($rows::json) AS g (day date, dimension text, value text, ${record}, times text)
   WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, dimension, span, starts, value) DO UPDATE
   SET ${counted.map((name) => `${name} = f.${name} + excluded.${name}`).join(", ")}, times = excluded.times, written = excluded.written`,
);

const sums = counted.map((name) => `sum(${name})::integer AS ${name}`).join(", ");

/** What was counted for one value. `times`: as `writeTimes` writes them, several behind one another. */
interface SumRow extends FigureCounts {
  readonly value: string;
  readonly times: Buffer;
  /** How many values there are, with those that are not given, and their posts. */
  readonly values: number;
  readonly all_seen: number;
}

/** The days from `from` to `until`; in place of the days of `months` (the first of each) their sums. */
export interface DaySpan {
  readonly workspaceId: string;
  readonly from: string;
  readonly until: string;
  readonly months: readonly string[];
}

/** By one dimension, the values with most posts. */
export const sumsBy = named<DaySpan & { dimension: SumDimension; most: number }, SumRow>(
  "figures.by",
  `SELECT value, ${sums}, string_agg(times, '') AS times, count(*) OVER () AS values, sum(sum(seen)) OVER ()::bigint AS all_seen FROM (
     SELECT * FROM figures WHERE workspace_id = $workspaceId AND dimension = $dimension AND span = 'month' AND starts = ANY ($months::date[])
     UNION ALL
     SELECT * FROM figures WHERE workspace_id = $workspaceId AND dimension = $dimension AND span = 'day' AND starts BETWEEN $from::date AND $until::date
       AND starts - extract(day FROM starts)::integer + 1 <> ALL ($months::date[])
   ) f GROUP BY value ORDER BY sum(seen) DESC, value LIMIT $most`,
);

/** The answers on record that were used most. */
export const mostUsed = named<DaySpan & { most: number }, { value: string; answered: number; liked: number }>(
  "figures.most_used",
  `SELECT value, sum(answered)::integer AS answered, sum(liked)::integer AS liked FROM (
     SELECT value, answered, liked FROM figures
     WHERE workspace_id = $workspaceId AND dimension = 'answer' AND span = 'month' AND starts = ANY ($months::date[])
     UNION ALL
     SELECT value, answered, liked FROM figures
     WHERE workspace_id = $workspaceId AND dimension = 'answer' AND span = 'day' AND starts BETWEEN $from::date AND $until::date
       AND starts - extract(day FROM starts)::integer + 1 <> ALL ($months::date[])
   ) f GROUP BY value ORDER BY sum(answered) DESC, value LIMIT $most`,
);

/** A day's counts. */
interface DayRow extends FigureCounts {
  readonly day: string;
}

/** Every day on which something was seen. */
export const sumsOfDays = named<{ workspaceId: string; from: string; until: string }, DayRow>(
  "figures.days",
  `SELECT to_char(starts, 'YYYY-MM-DD') AS day, ${counted.join(", ")} FROM figures
   WHERE workspace_id = $workspaceId AND dimension = 'all' AND span = 'day' AND starts BETWEEN $from::date AND $until::date`,
);

/** Months that lie wholly between two days, and whether their sum is that of their days. */
export const monthsBetween = named<{ workspaceId: string; from: string; until: string }, { month: string; is_summed: boolean }>(
  "figures.months",
  `SELECT to_char(d.month, 'YYYY-MM-DD') AS month, coalesce(m.written >= d.written, false) AS is_summed FROM (
     SELECT workspace_id, starts - extract(day FROM starts)::integer + 1 AS month, max(written) AS written FROM figures
     WHERE workspace_id = $workspaceId AND dimension = 'all' AND span = 'day' AND starts BETWEEN $from::date AND $until::date GROUP BY 1, 2
   ) d LEFT JOIN figures m ON m.workspace_id = $workspaceId AND m.dimension = 'all' AND m.span = 'month' AND m.value = '' AND m.starts = d.month
   WHERE d.month >= $from::date AND (d.month + interval '1 month')::date - 1 <= $until::date`,
);

/** Writes the sums of a month (its first day) by one dimension: rows as JSON, as `addToDays` takes them. */
export const putMonth = named<{ workspaceId: string; month: string; dimension: SumDimension; rows: string; write: number }>(
  "figures.put_month",
  `INSERT INTO figures AS f (workspace_id, span, starts, dimension, value, ${counted.join(", ")}, times, written)
   SELECT w.workspace_id, 'month', $month::date, $dimension, g.value, ${counted.map((name) => `g.${name}`).join(", ")}, decode(g.times, 'hex'), $write
   FROM workspaces w, json_to_recordset($rows::json) AS g (value text, ${record}, times text)
   WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, dimension, span, starts, value) DO UPDATE
   SET ${counted.map((name) => `${name} = excluded.${name}`).join(", ")}, times = excluded.times, written = excluded.written`,
);

/** As the index has it. */
const waiting = "p.place IN ('neverTaken', 'inWork', 'putDown')";

/** The values of a post `p` by $dimension. */
const valuesOfPost = `CASE WHEN $dimension::text = 'all' THEN ARRAY[''] WHEN $dimension = 'site' THEN ARRAY[p.site] WHEN $dimension = 'language' THEN ARRAY[p.language]
     WHEN $dimension = 'route' THEN ARRAY[p.route] WHEN $dimension = 'kind' THEN ARRAY[p.kind] WHEN $dimension = 'hour' THEN ARRAY[p.hour::text]
     WHEN $dimension = 'weekday' THEN ARRAY[extract(isodow FROM p.day)::integer::text] WHEN $dimension = 'list' THEN p.lists
     WHEN $dimension = 'label' THEN p.labels ELSE '{}' END`;

/** By a table that is hashed once: a list that is a parameter would be looked through for each row, and so it would in a join that expects ten. */
const notExcept = "p.mention_id NOT IN (SELECT e.mention_id FROM unnest($except::text[]) AS e (mention_id))";

interface YoungRow {
  readonly value: string;
  readonly under_2h: number;
  readonly under_24h: number;
}

interface Young {
  readonly workspaceId: string;
  readonly dimension: SumDimension;
  readonly from: string;
  readonly until: string;
  readonly twoHoursAgo: Date;
  readonly dayAgo: Date;
  readonly except: readonly string[];
}

/** Posts that wait for an answer and are younger than two hours or a day, by a dimension; without `except`. */
export const youngPosts = named<Young, YoungRow>(
  "figure_posts.young",
  `SELECT v.value, (count(*) FILTER (WHERE p.asked_at > $twoHoursAgo))::integer AS under_2h, count(*)::integer AS under_24h
   FROM figure_posts p CROSS JOIN LATERAL unnest(${valuesOfPost}) AS v (value)
   WHERE p.workspace_id = $workspaceId AND ${waiting} AND p.asked_at > $dayAgo AND p.day BETWEEN $from::date AND $until::date
     AND ${notExcept}
   GROUP BY v.value`,
);

interface BacklogRow {
  readonly community: number;
  readonly staff: number;
  readonly in_work: number;
  readonly under_2h: number;
  readonly under_24h: number;
  readonly under_7d: number;
  readonly older: number;
  readonly oldest_at: Date | null;
}

/** What waits for an answer, however long; without `except`. */
export const backlogOf = named<
  { workspaceId: string; twoHoursAgo: Date; dayAgo: Date; weekAgo: Date; except: readonly string[] },
  BacklogRow
>(
  "figure_posts.backlog",
  `SELECT (count(*) FILTER (WHERE place <> 'inWork' AND route = 'community'))::integer AS community,
     (count(*) FILTER (WHERE place <> 'inWork' AND route <> 'community'))::integer AS staff,
     (count(*) FILTER (WHERE place = 'inWork'))::integer AS in_work,
     (count(*) FILTER (WHERE asked_at > $twoHoursAgo))::integer AS under_2h,
     (count(*) FILTER (WHERE asked_at <= $twoHoursAgo AND asked_at > $dayAgo))::integer AS under_24h,
     (count(*) FILTER (WHERE asked_at <= $dayAgo AND asked_at > $weekAgo))::integer AS under_7d,
     (count(*) FILTER (WHERE asked_at <= $weekAgo))::integer AS older, min(asked_at) AS oldest_at
   FROM figure_posts p WHERE p.workspace_id = $workspaceId AND ${waiting} AND ${notExcept}`,
);

/** What lists and answers on record are called. */
export const namesOfLists = named<{ workspaceId: string; ids: readonly string[] }, { id: string; name: string }>(
  "figures.list_names",
  "SELECT list_id AS id, name FROM keyword_lists WHERE workspace_id = $workspaceId AND list_id = ANY ($ids::text[]) AND NOT removed",
);
export const namesOfAnswers = named<{ workspaceId: string; ids: readonly string[] }, { id: string; name: string }>(
  "figures.answer_names",
  "SELECT item_id AS id, title AS name FROM knowledge WHERE workspace_id = $workspaceId AND item_id = ANY ($ids::text[]) AND NOT removed",
);

/** Forgets days, and months, that began before. */
export const forgetFigures = named<{ workspaceId: string; before: string }>(
  "figures.forget",
  "DELETE FROM figures WHERE workspace_id = $workspaceId AND starts < $before::date",
);
