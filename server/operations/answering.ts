import { all } from "../store/statement.ts";
import { setAnswering } from "../store/workspaces.ts";
import { type Handler, presentWorkspace } from "./call.ts";

/** What replies must keep to. Whether a language model writes drafts is told by `model.set` alone. */
export const changeAnswering: Handler<"answering.set"> = async (call, { answering }) => {
  const { machineDrafts: _, ...rules } = answering;
  await all(call.client, setAnswering, call.workspaceId, JSON.stringify(rules), await call.raise());
  return presentWorkspace(call);
};
