import { historyOf } from "../store/operations.ts";
import { all } from "../store/statement.ts";
import { type Handler, locked, ShownMention } from "./call.ts";

export const get: Handler<"mention.get"> = async (call, { mentionId }) => {
  await locked(call, mentionId);
  return new ShownMention(mentionId);
};

export const history: Handler<"mention.history"> = async ({ client, device }, { mentionId }) =>
  (await all(client, historyOf, device.workspaceId, mentionId)).map(({ entry }) => entry);
