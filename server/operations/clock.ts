import { all, one } from "../store/statement.ts";
import { putClock, workspaceById } from "../store/workspaces.ts";
import type { Handler } from "./call.ts";

export const saveClock: Handler<"clock.save"> = async (call, clock) => {
  const { workspaceId } = call.device;
  await all(call.client, putClock, workspaceId, JSON.stringify(clock), await call.raise());
  return (await one(call.client, workspaceById, workspaceId)).workspace;
};
