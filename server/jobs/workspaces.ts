import { isAway } from "../db.ts";
import type { Deps } from "../deps.ts";
import { errorFields } from "../log.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";

/** Does `work` for every workspace, one after the other. What fails in one is logged, and fails the whole only once the others had their turn. */
export async function forEachWorkspace({ pool, log }: Pick<Deps, "pool" | "log">, work: (id: string) => Promise<void>): Promise<void> {
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
