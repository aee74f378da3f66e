import { FanswerError } from "../../lib/schema/errors.ts";
import { type Doing, presenceMs } from "../../lib/schema/presence.ts";
import { isMention, presenceOf, putPresence } from "../store/presence.ts";
import { all, first } from "../store/statement.ts";
import type { Handler, OperationCall } from "./call.ts";

/**
 * Notes who is at a mention, and touches nothing of the mention. It raises no revision: whoever is new is told with the next sweep, all of
 * them at once. While it is not over, saying the same again changes nothing.
 */
export async function notePresence({ client, workspaceId, at, device }: OperationCall, mentionId: string, doing: Doing): Promise<void> {
  const known = await first(client, presenceOf, workspaceId, mentionId, device.member.id);
  // Who writes looks too.
  if (known !== null && known.until > at && (known.doing === doing || known.doing === "writing")) return;
  await all(client, putPresence, workspaceId, mentionId, device.member.id, doing, new Date(at.getTime() + presenceMs));
}

export const look: Handler<"mention.look"> = async (call, { mentionId }) => {
  if ((await first(call.client, isMention, call.workspaceId, mentionId)) === null) throw new FanswerError("not_found");
  await notePresence(call, mentionId, "looking");
  return null;
};
