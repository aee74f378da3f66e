import type pg from "pg";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";
import {
  copyTable,
  distributeTable,
  dropLeftBehind,
  hasCitus,
  isSpreadTable,
  type LocalTable,
  leftBehind,
  localTables,
  lockDistribution,
  placesForParts,
  spreadBeside,
} from "../store/citus.ts";
import { all, one } from "../store/statement.ts";

/** Tables in an order in which each comes after those that it refers to. */
export function inOrder<T extends Pick<LocalTable, "name" | "references">>(tables: readonly T[]): T[] {
  const left = new Set(tables.map(({ name }) => name));
  const ordered: T[] = [];
  while (left.size > 0) {
    const next = tables.find(({ name, references }) => left.has(name) && !references.some((target) => left.has(target)));
    if (next === undefined) throw new Error(`tables refer to each other in a ring: ${[...left].join(", ")}`);
    left.delete(next.name);
    ordered.push(next);
  }
  return ordered;
}

/** The table beside which all others are placed, also those that refer to nothing. */
const root = "workspaces";

const besideRoot = (table: LocalTable): LocalTable => (table.name === root ? table : { ...table, references: [root, ...table.references] });

const noWorkers =
  "The database has the extension citus but no worker to put the tables on: add some with SELECT citus_add_node(...), or DROP EXTENSION citus, and start again.";

/**
 * What is to follow a statement of a step of the schema: where the tables are spread by now, one that the step makes is spread at once, before something is
 * put into it.
 */
export async function spreading(client: pg.ClientBase): Promise<(sql: string) => string[]> {
  const isSpread = (await one(client, hasCitus)).yes && (await one(client, isSpreadTable, root)).yes;
  return (sql) => {
    const name = /^CREATE TABLE (\w+)/.exec(sql)?.[1];
    return isSpread && name !== undefined ? [spreadBeside(name, root)] : [];
  };
}

/**
 * Where the database has the extension `citus`: spreads every table that is not spread yet by its workspace, all rows of a workspace on one
 * machine, and copies the tables that belong to no workspace to every machine. What was in them before goes from the coordinator, as no statement reaches it there
 * any more. Elsewhere it does nothing. The tables of graphile-worker stay
 * on the coordinator. Safe to run again and by several processes at once: they wait for each other until the connection ends. Throws StartupError where there is no worker.
 */
export async function distribute(client: pg.ClientBase, log: Log): Promise<void> {
  if (!(await one(client, hasCitus)).yes) return;
  await all(client, lockDistribution);
  const local = await all(client, localTables);
  if (local.length > 0 && (await one(client, placesForParts)).count === 0) throw new StartupError(noWorkers);
  for (const { name, has_workspace } of inOrder(local.map(besideRoot))) {
    if (!has_workspace) await all(client, copyTable, name);
    else await all(client, distributeTable, name, name === root ? "none" : root);
    log("info", "distributed", { table: name });
  }
  for (const { name } of await all(client, leftBehind)) await all(client, dropLeftBehind, name);
}
