// @vitest-environment node
import { expect, it } from "vitest";
import { errorCodes } from "../../lib/schema/errors.ts";
import { endAccount, isEnd } from "../../lib/store/ending.ts";
import { keepText } from "../../lib/store/kept.ts";
import { getMeta } from "../../lib/store/meta.ts";
import { enqueue } from "../../lib/store/outbox.ts";
import { account, noonMs } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

it("is what two codes say, and no other", () => {
  expect(errorCodes.filter(isEnd)).toEqual(["signed_out", "member_removed"]);
});

it("keeps the latest words for each post, and no empty ones", async () => {
  const store = await joinedStore();
  await keepText(store, { mentionId: "x:1", text: "older", atMs: noonMs - 1_000 });
  await keepText(store, { mentionId: "x:2", text: "kept before", atMs: noonMs });
  const save = (id: string, mentionId: string, text: string) => ({ id, name: "draft.save", args: { mentionId, fence: 1, text } }) as const;
  for (const operation of [save("a", "x:1", "newer"), save("b", "x:1", "newest"), save("c", "x:3", "  ")])
    await enqueue(store, operation, noonMs);
  expect(await endAccount(store, account().token, "signed_out", noonMs)).toBe(true);
  const kept = (await getMeta(store, "kept")) ?? [];
  expect(kept.map(({ mentionId, text }) => [mentionId, text]).toSorted()).toEqual([
    ["x:1", "newest"],
    ["x:2", "kept before"],
  ]);
});

it("is not that of an account that the device has by now", async () => {
  const store = await joinedStore();
  expect(await endAccount(store, "the former token", "member_removed", noonMs)).toBe(false);
  expect(await getMeta(store, "account")).toEqual(account());
});
