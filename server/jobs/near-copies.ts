import type { Deps } from "../deps.ts";
import { dropOldPieces } from "../store/near-copies.ts";
import { all } from "../store/statement.ts";

/** Has drafts compared with the latest replies alone. */
export async function forgetOldReplies({ pool, now }: Pick<Deps, "pool" | "now">, workspaceId: string): Promise<void> {
  await all(pool, dropOldPieces, { workspaceId, before: now() });
}
