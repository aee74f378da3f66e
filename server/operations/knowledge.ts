import { mostOf } from "../../lib/schema/limits.ts";
import { itemFigures } from "../store/knowledge-uses.ts";
import { putKnowledge, removeItem } from "../store/lists.ts";
import { otherItems } from "../store/room.ts";
import { all } from "../store/statement.ts";
import type { Handler } from "./call.ts";
import { checkRoom } from "./room.ts";

/** The last day of an item; a device of before says nothing of it, and then it stays as it is. */
export const datedBy = (validUntil: string | null | undefined) => ({ validUntil: validUntil ?? null, keepsDay: validUntil === undefined });

/** Items come back as they were sent; each has its own revision, so that a page of changes never holds too many. */
export const saveKnowledge: Handler<"knowledge.save"> = async (call, { items }) => {
  const { client, device, raise } = call;
  const ids = new Set(items.map(({ id }) => id));
  await checkRoom(call, mostOf.knowledge, otherItems, [[...ids]], ids.size);
  for (const { kinds = [], validUntil, ...item } of items) {
    const own = { owner: device.member.id, proposed: false };
    await all(client, putKnowledge, {
      ...item,
      ...datedBy(validUntil),
      kinds,
      ...own,
      workspaceId: device.workspaceId,
      revision: await raise(),
    });
  }
  return { saved: items.length };
};

export const removeKnowledge: Handler<"knowledge.remove"> = async ({ client, device, raise }, { itemId }) => {
  await all(client, removeItem, device.workspaceId, itemId, await raise());
  return null;
};

export const readItemFigures: Handler<"knowledge.figures"> = ({ client, workspaceId }) => all(client, itemFigures, { workspaceId });
