import { FanswerError } from "../../lib/schema/errors.ts";
import { keptVersions } from "../../lib/schema/keywords.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { canRestore, dropOldVersions, keepVersion, restoreVersion, versionOf, versionsOf } from "../store/list-versions.ts";
import { lockList } from "../store/lists.ts";
import { RunAgain } from "../store/pool.ts";
import { otherLists } from "../store/room.ts";
import { all, first } from "../store/statement.ts";
import { type Handler, type OperationCall, operatorId } from "./call.ts";
import { checkRoom } from "./room.ts";

/** Before a list changes: keeps what it is, where a server of before pushed that and kept nothing. */
export async function keepFormer({ client, workspaceId }: OperationCall, listId: string): Promise<void> {
  await all(client, keepVersion, { workspaceId, listId, memberId: null, restored: null });
}

/** After it changed: keeps what it is now, as this member's, and forgets the oldest. */
export async function keepPushed(
  { client, workspaceId, device }: OperationCall,
  listId: string,
  restored: number | null = null,
): Promise<void> {
  const { id } = device.member;
  await all(client, keepVersion, { workspaceId, listId, memberId: id === operatorId ? null : id, restored });
  await all(client, dropOldVersions, { workspaceId, listId, ...keptVersions });
}

/** The list as it is now, locked, which has to be the version that somebody began from; throws `not_found`, `list_stale`. */
export async function lockedList(
  { client, workspaceId }: OperationCall,
  listId: string,
  baseVersion: number,
): Promise<{ readonly removed: boolean }> {
  const known = await first(client, lockList, workspaceId, listId);
  if (known === null) throw new FanswerError("not_found");
  if (known.version !== baseVersion) throw new FanswerError("list_stale");
  return known;
}

export const listVersions: Handler<"keywords.versions"> = async ({ client, workspaceId }, { listId }) => {
  const found = await all(client, versionsOf, { workspaceId, listId });
  if (found.length === 0) throw new FanswerError("not_found");
  return found.map(({ version }) => version);
};

export const readVersion: Handler<"keywords.version"> = async ({ client, workspaceId }, { listId, version }) => {
  const found = await first(client, versionOf, { workspaceId, listId, version });
  if (found === null) throw new FanswerError("not_found");
  return found.list;
};

export const restoreKeywords: Handler<"keywords.restore"> = async (call, { listId, baseVersion, version }) => {
  const { client, workspaceId, at } = call;
  const { removed } = await lockedList(call, listId, baseVersion);
  if ((await first(client, canRestore, { workspaceId, listId, version })) === null) throw new FanswerError("not_found");
  if (removed) await checkRoom(call, mostOf.lists, otherLists, [[listId]]);
  await keepFormer(call, listId);
  const now = await first(client, restoreVersion, { workspaceId, listId, version, at, revision: await call.raise() });
  if (now === null) throw new RunAgain();
  await keepPushed(call, listId, version);
  return { id: listId, ...now, removed: false, updatedAt: at.toISOString() };
};
