import type { PoolClient } from "pg";
import { giveBack, recallReviews } from "../store/membership.ts";
import { all } from "../store/statement.ts";

/** Has these posts, locked before, wait again; what was written for them stays on them. Gives the workspace's new revision; null when there are none. */
export async function freeHeld(client: PoolClient, workspaceId: string, mentionIds: readonly string[], at: Date): Promise<number | null> {
  if (mentionIds.length === 0) return null;
  await all(client, recallReviews, { workspaceId, mentionIds });
  const [freed] = await all(client, giveBack, { workspaceId, mentionIds, at });
  return freed?.revision ?? null;
}
