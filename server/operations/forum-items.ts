import type { PoolClient } from "pg";
import { forumItemsGone, removeItems } from "../store/lists.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";

/** Takes out what came from the forum, is as it came, and whose topic is known no more; gives the revision, null where there is none. */
export async function dropForumItems(client: PoolClient, workspaceId: string): Promise<number | null> {
  const ids = (await all(client, forumItemsGone, { workspaceId })).map(({ id }) => id);
  if (ids.length === 0) return null;
  const { revision } = await one(client, raiseCounterBy, workspaceId, ids.length);
  await all(client, removeItems, { workspaceId, ids, revision });
  return revision;
}
