import type { Deps } from "../deps.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";

/** Does `work` for every workspace, one after the other. */
export async function forEachWorkspace({ pool }: Pick<Deps, "pool">, work: (id: string) => Promise<void>): Promise<void> {
  for (const { id } of await all(pool, workspaceIds)) await work(id);
}
