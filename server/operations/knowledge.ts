import { mostOf } from "../../lib/schema/limits.ts";
import { putKnowledge, removeItem } from "../store/lists.ts";
import { otherItems } from "../store/room.ts";
import { all } from "../store/statement.ts";
import type { Handler } from "./call.ts";
import { checkRoom } from "./room.ts";

/** Items come back as they were sent; each has its own revision, so that a page of changes never holds too many. */
export const saveKnowledge: Handler<"knowledge.save"> = async (call, { items }) => {
  const { client, device, raise } = call;
  const ids = new Set(items.map(({ id }) => id));
  await checkRoom(call, mostOf.knowledge, otherItems, [[...ids]], ids.size);
  for (const { kinds = [], ...item } of items) {
    await all(client, putKnowledge, { ...item, kinds, workspaceId: device.workspaceId, revision: await raise() });
  }
  return { saved: items.length };
};

export const removeKnowledge: Handler<"knowledge.remove"> = async ({ client, device, raise }, { itemId }) => {
  await all(client, removeItem, device.workspaceId, itemId, await raise());
  return null;
};
