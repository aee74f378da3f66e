import type { Pool } from "pg";
import { errorFields, type Log } from "../log.ts";
import { isAway } from "../store/pool.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";

/** Does `work` for every workspace, one after the other. What fails in one is logged, and fails the whole only once the others had their turn. */
export async function forEachWorkspace(
  { pool, log }: { readonly pool: Pool; readonly log: Log },
  work: (id: string) => Promise<void>,
): Promise<void> {
  const failed: unknown[] = [];
  for (const { id } of await all(pool, workspaceIds)) {
    try {
      await work(id);
    } catch (thrown) {
      if (isAway(thrown)) throw thrown;
      log("error", "workspace_failed", { workspace: id, ...errorFields(thrown) });
      failed.push(thrown);
    }
  }
  if (failed.length > 0) throw failed[0];
}
