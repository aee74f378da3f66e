import type pg from "pg";
import type { Log } from "../log.ts";
import { copyTable, distributeTable, hasCitus, type LocalTable, localTables, lockDistribution } from "../store/citus.ts";
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

/**
 * Where the database has the extension `citus`: spreads every table that is not spread yet by its workspace, all rows of a workspace on one
 * machine, and copies the tables that belong to no workspace to every machine. Elsewhere it does nothing. The tables of graphile-worker stay
 * on the coordinator. Safe to run again and by several processes at once: they wait for each other until the connection ends.
 */
export async function distribute(client: pg.ClientBase, log: Log): Promise<void> {
  if (!(await one(client, hasCitus)).yes) return;
  await all(client, lockDistribution);
  for (const { name, has_workspace } of inOrder(await all(client, localTables))) {
    if (!has_workspace) await all(client, copyTable, name);
    else await all(client, distributeTable, name, name === "workspaces" ? "none" : "workspaces");
    log("info", "distributed", { table: name });
  }
}
