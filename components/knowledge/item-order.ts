import type { ItemFigures } from "../../lib/schema/item-figures.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";

/** By what answers on record are sorted. */
export const itemOrders = ["title", "used", "liked"] as const;
export type ItemOrder = (typeof itemOrders)[number];

/** Items, which come by their titles, in this order: the most used or liked first, alike ones by their titles still. */
export function sortedItems(
  items: readonly KnowledgeItem[],
  figures: ReadonlyMap<string, ItemFigures>,
  order: ItemOrder,
): readonly KnowledgeItem[] {
  if (order === "title") return items;
  const count = ({ id }: KnowledgeItem) => figures.get(id)?.[order] ?? 0;
  return [...items].sort((a, b) => count(b) - count(a));
}
