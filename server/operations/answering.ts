import { all, one } from "../store/statement.ts";
import { setAnswering, workspaceById } from "../store/workspaces.ts";
import type { Handler } from "./call.ts";

/** What replies must keep to. Whether a language model writes drafts is told by `model.set` alone. */
export const changeAnswering: Handler<"answering.set"> = async ({ client, device, raise }, { answering }) => {
  const { machineDrafts: _, ...rules } = answering;
  await all(client, setAnswering, device.workspaceId, JSON.stringify(rules), await raise());
  return one(client, workspaceById, device.workspaceId);
};
