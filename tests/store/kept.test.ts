import { beforeEach, expect, it } from "vitest";
import type { Store } from "../../lib/store/database.ts";
import { dropText, keepText, readKept } from "../../lib/store/kept.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { enqueue, setAside } from "../../lib/store/outbox.ts";
import { account } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

let store: Store;
let again: () => Store;
beforeEach(async () => {
  ({ store, again } = freshStore());
  await setMeta(store, "account", account());
});
const keep = (id: number, text: string) => keepText(store, { mentionId: `x:${id}`, text, atMs: id });

it("keeps the last words for each post, through a restart, and forgets empty ones", async () => {
  await keep(1, "First");
  await keep(2, "Second");
  await keep(1, "First, again");
  store.close();
  store = again();
  expect((await readKept(store)).map(({ text }) => text)).toEqual(["First, again", "Second"]);
  await keep(2, "  ");
  expect(await readKept(store)).toHaveLength(1);
});

it("keeps by what its post is known, also when the post has gone", async () => {
  const post = { author: { name: "Dana Kestrel", handle: null, verified: null }, words: "Why does my case" };
  await keepText(store, { mentionId: "x:1", text: "First", atMs: 1, post });
  await keepText(store, { mentionId: "x:1", text: "First, again", atMs: 2, post: null });
  expect(await readKept(store)).toEqual([{ mentionId: "x:1", text: "First, again", atMs: 2, post }]);
});

it("keeps fifty, the latest", async () => {
  for (let id = 1; id <= 60; id++) await keep(id, `Text ${id}`);
  const kept = await readKept(store);
  expect(kept).toHaveLength(50);
  expect([kept[0]?.text, kept.at(-1)?.text]).toEqual(["Text 60", "Text 11"]);
});

it("throws away with a text what of it the server refused, and nothing else", async () => {
  const args = { mentionId: "x:1", fence: 1, text: "Mine" };
  await enqueue(store, { id: "a", name: "draft.save", args }, 1);
  await setAside(store, "a", "lease_lost");
  await enqueue(store, { id: "b", name: "mention.dismiss", args: { mentionId: "x:1", reason: "spam" } }, 2);
  await keep(1, "Mine");
  await dropText(store, "x:1");
  expect(await readKept(store)).toEqual([]);
  expect((await store.outbox.toArray()).map(({ id }) => id)).toEqual(["b"]);
});
