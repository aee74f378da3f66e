import { historyOf } from "../store/history.ts";
import { all } from "../store/statement.ts";
import type { Handler } from "./call.ts";

export const history: Handler<"mention.history"> = async ({ client, device }, { mentionId }) =>
  (await all(client, historyOf, device.workspaceId, mentionId)).map(({ entry }) => entry);
