// @vitest-environment node
import { expect, it, vi } from "vitest";
import type { WorkerContext } from "../../lib/background/context.ts";
import { takeBackAll } from "../../lib/background/take-back.ts";
import { joinedStore } from "../support/store.ts";

it("takes back in as many operations as it needs, each behind the last post of the one before", async () => {
  const parts = [
    { id: "a", posts: 2_000, after: "x:7" },
    { id: "b", posts: 3, after: null },
  ];
  const ask = vi.fn(async () => parts.shift());
  const context = { store: await joinedStore(), ask, newId: () => "fresh" } as unknown as WorkerContext;
  const taken = await takeBackAll(context, { memberId: "m-dana", hours: 4 }, "first");
  expect(taken).toEqual({ posts: 2_003, ids: ["a", "b"] });
  expect(ask.mock.calls).toEqual([
    ["member.take_back", { memberId: "m-dana", hours: 4 }, "first"],
    ["member.take_back", { memberId: "m-dana", hours: 4, after: "x:7" }, "fresh"],
  ]);
});
