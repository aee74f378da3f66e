import { FanswerError } from "../../lib/schema/errors.ts";
import { first, type Statement } from "../store/statement.ts";
import type { Call } from "./call.ts";

/**
 * Throws `full` when there are as many others as there may be; `coming`: how many are about to be written. It takes no lock, so at the
 * same moment a few more than that may come in.
 */
export async function checkRoom<Args extends readonly unknown[]>(
  { client, workspaceId }: Pick<Call, "client" | "workspaceId">,
  most: number,
  others: Statement<[string, ...Args], { held: number }>,
  args: Args,
  coming = 1,
): Promise<void> {
  const row = await first(client, others, workspaceId, ...args);
  if ((row?.held ?? 0) + coming > most) throw new FanswerError("full");
}
