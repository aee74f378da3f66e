import type { PoolClient } from "pg";

/** Some value of each type that a statement takes, in SQL. */
const samples: Readonly<Record<string, string>> = {
  text: "somewhere",
  integer: "1",
  bigint: "1",
  smallint: "1",
  real: "1",
  "double precision": "1",
  boolean: "true",
  uuid: "00000000-0000-4000-8000-000000000000",
  bytea: "\\x00",
  date: "2026-03-02",
  "timestamp with time zone": "2026-03-02T10:00:00Z",
  "timestamp without time zone": "2026-03-02T10:00:00Z",
  json: "[]",
  jsonb: "[]",
};

function sampleOf(type: string): string {
  const one = samples[type.replace(/\[\]$/, "")];
  if (one === undefined) throw new Error(`no sample of ${type}`);
  if (!type.endsWith("[]")) return `'${one}'`;
  const escaped = one.replaceAll("\\", "\\\\");
  // Two, which may be of different machines.
  return `'{"${escaped}","${type === "text[]" ? `${escaped} else` : escaped}"}'`;
}

/** Every record within a plan, also those that Citus nests in its own. */
function nodesOf(plan: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(plan)) return plan.flatMap(nodesOf);
  if (typeof plan !== "object" || plan === null) return [];
  return [plan as Readonly<Record<string, unknown>>, ...Object.values(plan).flatMap(nodesOf)];
}

/** Of one plan. */
function howOf(plan: unknown): string {
  const nodes = nodesOf(plan);
  if (nodes.some((node) => "Subplans" in node)) return "subplans";
  if (nodes.some((node) => String(node["INSERT/SELECT method"] ?? "").includes("coordinator"))) return "through the coordinator";
  const counts = nodes.flatMap((node) => ("Task Count" in node ? [Number(node["Task Count"])] : []));
  return counts.length === 1 && counts[0] === 1 ? "one task" : `tasks: ${counts.join(" + ") || "none"}`;
}

/** How Citus does a statement, with a value for each of its arguments and with NULL for one after the other but the first: "one task", or what else. */
export async function citusPlans(client: PoolClient, text: string): Promise<string[]> {
  await client.query("DEALLOCATE ALL");
  await client.query(`PREPARE looked_at AS ${text}`);
  const { rows } = await client.query("SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'looked_at'");
  const types = rows[0].types as string[];
  const values = types.map(sampleOf);
  const how = async (given: readonly string[]): Promise<string> => {
    const list = given.length === 0 ? "" : `(${given.join(", ")})`;
    const explained = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE looked_at${list}`).catch((thrown: Error) => thrown);
    return explained instanceof Error ? explained.message : howOf(explained.rows[0]["QUERY PLAN"]);
  };
  const plans = [await how(values)];
  // Moments are always given.
  for (const [place, type] of types.entries())
    if (place > 0 && type !== "timestamp with time zone") plans.push(await how(values.with(place, "NULL")));
  // What finds nothing, as a comparison with NULL does, may be none.
  return [...new Set(plans.filter((plan, n) => n === 0 || plan !== "tasks: 0"))];
}
