import type { PoolClient } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import { looksOf } from "../looks.ts";
import { namesWithoutLooks, putLooks, whoLooksLike } from "../store/members.ts";
import { lockRoom } from "../store/room.ts";
import { all, first } from "../store/statement.ts";

/** Works out what the names look like that were there before this was kept. */
async function lookAtFormerNames(client: PoolClient, workspaceId: string): Promise<void> {
  const rows = await all(client, namesWithoutLooks, workspaceId);
  if (rows.length === 0) return;
  const looks = rows.flatMap(({ name, member_id }) => looksOf(name).map((look) => ({ member_id, look })));
  await all(client, putLooks, { workspaceId, members: looks.map(({ member_id }) => member_id), looks: looks.map(({ look }) => look) });
}

/**
 * What this name looks like, for its row. Throws `name_taken` where it can be taken for the name of a member other than `memberId`. Takes the
 * workspace's lock, so that two who come at once with one name are not both let in; members are locked before it.
 */
export async function freeLooks(client: PoolClient, workspaceId: string, memberId: string, name: string): Promise<string[]> {
  await lookAtFormerNames(client, workspaceId);
  await all(client, lockRoom, workspaceId);
  const looks = looksOf(name);
  if (await first(client, whoLooksLike, { workspaceId, memberId, looks })) throw new FanswerError("name_taken");
  return looks;
}
