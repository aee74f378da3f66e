import { putItem, removeItem } from "../store/lists.ts";
import { all } from "../store/statement.ts";
import type { Handler } from "./call.ts";

/** Items come back as they were sent; each has its own revision, so that a page of changes never holds too many. */
export const saveKnowledge: Handler<"knowledge.save"> = async ({ client, device, raise }, { items }) => {
  for (const { id, lang, title, topics, answer, link, kinds = [] } of items) {
    await all(client, putItem, device.workspaceId, id, lang, title, topics, answer, link, kinds, await raise());
  }
  return { saved: items.length };
};

export const removeKnowledge: Handler<"knowledge.remove"> = async ({ client, device, raise }, { itemId }) => {
  await all(client, removeItem, device.workspaceId, itemId, await raise());
  return null;
};
