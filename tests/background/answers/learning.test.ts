// @vitest-environment node
import { beforeEach, expect, it } from "vitest";
import { createLearning } from "../../../lib/background/answers/learning.ts";
import type { KnowledgeItem } from "../../../lib/schema/workspace.ts";
import type { Store } from "../../../lib/store/database.ts";
import { storeItem } from "../../../lib/store/library.ts";
import type { Library } from "../../../lib/suggest/library.ts";
import { freshStore } from "../../support/store.ts";

const item = (id: string, topic = "pairing"): KnowledgeItem => ({
  id,
  lang: "en",
  title: `About ${topic}`,
  topics: [topic],
  answer: "Hold both buttons.",
  link: null,
});

const holds = ({ items }: Library, term: string): string[] =>
  items.index.search(term, { fields: ["topics"] }).map(({ id }) => id as string);
const news = async (store: Store) => (await store.library.toCollection().primaryKeys()).filter((key) => key !== "packed");

let world: ReturnType<typeof freshStore>;
beforeEach(() => {
  world = freshStore();
});

async function filled(count: number): Promise<Store> {
  const { store } = world;
  await store.knowledge.bulkPut(Array.from({ length: count }, (_, index) => item(`k${index}`)));
  await store.library.bulkPut(Array.from({ length: count }, (_, index) => ({ key: `item k${index}`, moves: 1 })));
  return store;
}

it("gives what it has learnt so far to those who do not wait, and all to those who do", async () => {
  const learning = createLearning(await filled(2_000));
  const first = await learning.within(0);
  expect(first.isWhole).toBe(false);
  expect((await learning.whole()).items.index.documentCount).toBe(2_000);
  expect(await learning.within(1_000)).toMatchObject({ isWhole: true });
});

it("learns ahead only what one would wait for, and keeps it for the next worker", async () => {
  const store = await filled(300);
  const learning = createLearning(store);
  await learning.ahead();
  await learning.whole();
  expect(await news(store)).toEqual([]);
  await storeItem(store, item("late"));
  await learning.ahead();
  expect(await news(store)).toEqual(["item late"]);
  expect(holds(await createLearning(store).whole(), "pair")).toHaveLength(301);
});

it("goes on where the index was kept when the worker ended on the way", async () => {
  const store = await filled(4_500);
  let writes = 0;
  store.library.hook("updating", () => {
    writes++;
  });
  const ended = createLearning(store)
    .whole()
    .catch(() => {});
  while (writes === 0 || (await news(store)).length === 4_500) await new Promise((resolve) => setTimeout(resolve, 5));
  store.close();
  await ended;
  const again = world.again();
  expect((await news(again)).length).toBeLessThan(4_500);
  expect((await createLearning(again).whole()).items.index.documentCount).toBe(4_500);
});

it("misses nothing that moves while it learns, and nothing of a workspace before", async () => {
  const store = await filled(300);
  const learning = createLearning(store);
  const learnt = learning.whole();
  await learnt;
  await storeItem(store, item("k0", "battery"));
  await learning.whole();
  expect(holds(await learning.whole(), "batteri")).toEqual(["k0"]);
  expect(holds(await createLearning(store).whole(), "batteri")).toEqual(["k0"]);

  await Promise.all([store.library.clear(), store.knowledge.clear()]);
  await storeItem(store, item("other", "strap"));
  expect((await learning.whole()).items.index.documentCount).toBe(1);
  expect((await createLearning(store).whole()).items.index.documentCount).toBe(1);
});
