import type { Pool } from "pg";
import { errorFields, type Log } from "../log.ts";
import { workspacesByPart } from "../store/citus.ts";
import { isAway, isPartAway } from "../store/pool.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";

interface Around {
  readonly pool: Pool;
  readonly log: Log;
}

/** The workspaces that can be reached, and why the others cannot; null: all can. */
export async function workspacesThere(pool: Pool) {
  try {
    return { there: await all(pool, workspaceIds), trouble: null };
  } catch (thrown) {
    if (!isPartAway(thrown)) throw thrown;
    return { there: (await all(pool, workspacesByPart)).flatMap(({ found }) => found ?? []), trouble: thrown };
  }
}

/** Says that some workspaces are on a machine that does not answer; what is there goes on. */
export function tellAway(log: Log, thrown: unknown): void {
  log("warn", "workspaces_away", {
    ...errorFields(thrown),
    todo: "A machine of the database does not answer: its workspaces wait for it.",
  });
}

/**
 * Does `work` for every workspace, one after the other. What fails in one is logged, and fails the whole only once the others had their turn; so does a
 * machine of the database that is away, with the workspaces that it holds.
 */
export async function forEachWorkspace({ pool, log }: Around, work: (id: string) => Promise<void>): Promise<void> {
  const { there, trouble } = await workspacesThere(pool);
  let away = trouble;
  const failed: unknown[] = [];
  for (const { id } of there) {
    try {
      await work(id);
    } catch (thrown) {
      if (isPartAway(thrown)) {
        away = thrown;
        continue;
      }
      if (isAway(thrown)) throw thrown;
      log("error", "workspace_failed", { workspace: id, ...errorFields(thrown) });
      failed.push(thrown);
    }
  }
  if (away !== null) tellAway(log, away);
  for (const thrown of [...failed, ...(away === null ? [] : [away])]) throw thrown;
}
