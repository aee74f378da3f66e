import { FanswerError } from "../../lib/schema/errors.ts";
import { presenceMs } from "../../lib/schema/presence.ts";
import { mentionById } from "../store/mentions.ts";
import { presenceOf, putPresence } from "../store/presence.ts";
import { all, first } from "../store/statement.ts";
import type { Handler } from "./call.ts";

/** Saying the same again only moves the end, which raises no revision and wakes nobody; nothing of it touches the mention. */
export const notePresence: Handler<"presence.note"> = async (call, { mentionId, doing }) => {
  const { client, workspaceId, at, device } = call;
  if ((await first(client, mentionById, workspaceId, mentionId)) === null) throw new FanswerError("not_found");
  const known = await first(client, presenceOf, workspaceId, mentionId, device.member.id);
  const isThere = known !== null && known.until > at;
  // Who writes looks too.
  if (isThere && known.doing === "writing" && doing === "looking") return null;
  const revision = isThere && known.doing === doing ? known.revision : await call.raise();
  await all(client, putPresence, workspaceId, mentionId, device.member.id, doing, new Date(at.getTime() + presenceMs), revision);
  return null;
};
