import { FanswerError } from "../../lib/schema/errors.ts";
import { type Doing, presenceMs } from "../../lib/schema/presence.ts";
import { isMention, presenceOf, putPresence } from "../store/presence.ts";
import { all, first } from "../store/statement.ts";
import type { Call, Handler } from "./call.ts";

/** Saying the same again only moves the end, which raises no revision and wakes nobody; nothing of it touches the mention. */
export async function notePresence(call: Call, mentionId: string, doing: Doing): Promise<void> {
  const { client, workspaceId, at, device } = call;
  const known = await first(client, presenceOf, workspaceId, mentionId, device.member.id);
  const isThere = known !== null && known.until > at;
  // Who writes looks too.
  if (isThere && known.doing === "writing" && doing === "looking") return;
  const revision = isThere && known.doing === doing ? known.revision : await call.raise();
  await all(client, putPresence, workspaceId, mentionId, device.member.id, doing, new Date(at.getTime() + presenceMs), revision);
}

export const look: Handler<"mention.look"> = async (call, { mentionId }) => {
  if ((await first(call.client, isMention, call.workspaceId, mentionId)) === null) throw new FanswerError("not_found");
  await notePresence(call, mentionId, "looking");
  return null;
};
