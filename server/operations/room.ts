import { FanswerError } from "../../lib/schema/errors.ts";
import { lockRoom } from "../store/room.ts";
import { all, first, type Statement } from "../store/statement.ts";
import type { OperationCall } from "./call.ts";

/**
 * Whether there may be more than the others that there are; `coming`: how many are about to be written. It takes the workspace's lock, so that two
 * servers cannot both write the last one; it is the last lock to be taken, as for `raise`.
 */
export async function hasRoom<Args extends readonly unknown[]>(
  { client, workspaceId }: Pick<OperationCall, "client" | "workspaceId">,
  most: number,
  others: Statement<[string, ...Args], { held: number }>,
  args: Args,
  coming = 1,
): Promise<boolean> {
  await all(client, lockRoom, workspaceId);
  const row = await first(client, others, workspaceId, ...args);
  return (row?.held ?? 0) + coming <= most;
}

/** Throws `full` where there is no room, as `hasRoom` finds out. */
export async function checkRoom<Args extends readonly unknown[]>(...asked: Parameters<typeof hasRoom<Args>>): Promise<void> {
  if (!(await hasRoom(...asked))) throw new FanswerError("full");
}
