import { FanswerError } from "../../lib/schema/errors.ts";
import { lockRoom } from "../store/room.ts";
import { all, first, type Statement } from "../store/statement.ts";
import type { OperationCall } from "./call.ts";

/**
 * Throws `full` when there are as many others as there may be; `coming`: how many are about to be written. It takes the workspace's lock, so that two
 * servers cannot both write the last one; it is the last lock to be taken, as for `raise`.
 */
export async function checkRoom<Args extends readonly unknown[]>(
  { client, workspaceId }: Pick<OperationCall, "client" | "workspaceId">,
  most: number,
  others: Statement<[string, ...Args], { held: number }>,
  args: Args,
  coming = 1,
): Promise<void> {
  await all(client, lockRoom, workspaceId);
  const row = await first(client, others, workspaceId, ...args);
  if ((row?.held ?? 0) + coming > most) throw new FanswerError("full");
}
