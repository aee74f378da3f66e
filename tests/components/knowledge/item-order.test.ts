import { expect, test } from "vitest";
import { sortedItems } from "../../../components/knowledge/item-order.ts";
import { knowledgeItems } from "../samples.ts";

const [a, b, c] = knowledgeItems.map(({ id }) => id);
const figures = new Map(
  [
    { id: b ?? "", owner: null, used: 2, liked: 0 },
    { id: c ?? "", owner: null, used: 1, liked: 3 },
  ].map((each) => [each.id, each]),
);

test("the most used or liked come first, alike ones stay in their order", () => {
  const ids = (order: Parameters<typeof sortedItems>[2]) => sortedItems(knowledgeItems.slice(0, 3), figures, order).map(({ id }) => id);
  expect(ids("title")).toEqual([a, b, c]);
  expect(ids("used")).toEqual([b, c, a]);
  expect(ids("liked")).toEqual([c, a, b]);
});
