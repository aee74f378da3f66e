import { all } from "../store/statement.ts";
import { putClock } from "../store/workspaces.ts";
import { type Handler, presentWorkspace } from "./call.ts";

export const saveClock: Handler<"clock.save"> = async (call, clock) => {
  await all(call.client, putClock, call.device.workspaceId, JSON.stringify(clock), await call.raise());
  return presentWorkspace(call);
};
