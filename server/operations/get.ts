import { FanswerError } from "../../lib/schema/errors.ts";
import { mentionById } from "../store/mentions.ts";
import { first } from "../store/statement.ts";
import type { Handler } from "./call.ts";

export const get: Handler<"mention.get"> = async ({ client, workspaceId }, { mentionId }) => {
  const row = await first(client, mentionById, workspaceId, mentionId);
  if (row === null) throw new FanswerError("not_found");
  return row.mention;
};
