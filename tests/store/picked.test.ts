import { expect, it } from "vitest";
import { keptTexts } from "../../lib/schema/limits.ts";
import { keepPicked, pickedFor } from "../../lib/store/picked.ts";
import { freshStore } from "../support/store.ts";

it("remembers what was put into the draft for a post, each once, and forgets the oldest", async () => {
  const { store } = freshStore();
  for (const source of ["pairing", "battery", "pairing"]) await keepPicked(store, { mentionId: "x:1", source });
  expect(await pickedFor(store, "x:1")).toEqual(["battery", "pairing"]);
  expect(await pickedFor(store, "x:2")).toEqual([]);
  for (let at = 0; at < keptTexts; at++) await keepPicked(store, { mentionId: `x:${at + 10}`, source: "pairing" });
  expect(await pickedFor(store, "x:1")).toEqual([]);
});
