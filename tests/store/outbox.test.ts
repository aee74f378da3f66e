// @vitest-environment node
import { describe, expect, it } from "vitest";
import { takeBatch } from "../../lib/store/batch.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { discardRefused, enqueue, retryRefused, setAside, waitingOperations } from "../../lib/store/outbox.ts";
import { claimed, dana, noonMs, sighting } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

const save = (id: string, text: string, fence = 1) => ({ id, name: "draft.save" as const, args: { mentionId: "x:1", fence, text } });
const texts = async (store: Awaited<ReturnType<typeof joinedStore>>) =>
  (await waitingOperations(store)).map((row) => (row.args as { text?: string }).text ?? row.name);

describe("the outbox", () => {
  it("keeps one unsent draft of a mention, the last", async () => {
    const store = await joinedStore();
    for (const text of ["H", "He", "Hello"]) await enqueue(store, save(`op-${text}`, text), noonMs);
    expect(await texts(store)).toEqual(["Hello"]);
  });

  it("never changes a draft that may have reached the server", async () => {
    const store = await joinedStore();
    await enqueue(store, save("op-1", "first"), noonMs);
    await takeBatch(store);
    await enqueue(store, save("op-2", "second"), noonMs);
    await enqueue(store, save("op-3", "third"), noonMs);
    expect(await texts(store)).toEqual(["first", "third"]);
  });

  it.each([
    ["another claim", save("op-2", "second", 2)],
    ["another mention", { ...save("op-2", "second"), args: { mentionId: "x:2", fence: 1, text: "second" } }],
  ])("keeps both drafts when the second is of %s", async (_case, second) => {
    const store = await joinedStore();
    await enqueue(store, save("op-1", "first"), noonMs);
    await enqueue(store, second, noonMs);
    expect(await texts(store)).toEqual(["first", "second"]);
  });

  it("keeps a draft that something followed", async () => {
    const store = await joinedStore();
    await enqueue(store, save("op-1", "first"), noonMs);
    await enqueue(store, { id: "op-2", name: "claim.release", args: { mentionId: "x:1", fence: 1 } }, noonMs);
    await enqueue(store, save("op-3", "second"), noonMs);
    expect(await texts(store)).toEqual(["first", "claim.release", "second"]);
  });

  it("gives nothing to send before somebody agreed and joined", async () => {
    const { store } = freshStore();
    await enqueue(store, save("op-1", "first"), noonMs);
    expect(await takeBatch(store)).toBeNull();
    await setMeta(store, "consent", { sharing: "all" });
    expect(await takeBatch(store)).toBeNull();
  });

  it("sends at most 200 operations and a megabyte at once, in the order of asking", async () => {
    const store = await joinedStore();
    for (let n = 0; n < 230; n += 1) await enqueue(store, { id: `op-${n}`, name: "mention.report", args: sighting(`${n}`) }, noonMs);
    const batch = await takeBatch(store);
    expect(batch?.operations.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, n) => `op-${n}`));
    expect(batch?.rest).toBe(true);
  });

  it("counts bytes and not characters against the megabyte", async () => {
    const store = await joinedStore();
    for (let n = 0; n < 60; n += 1) {
      await enqueue(
        store,
        { ...save(`op-${n}`, "界".repeat(10_000)), args: { mentionId: `x:${n}`, fence: 1, text: "界".repeat(10_000) } },
        noonMs,
      );
    }
    const batch = await takeBatch(store);
    expect(new TextEncoder().encode(JSON.stringify(batch?.operations)).length).toBeLessThan(1_000_000);
    expect(batch?.operations.length).toBeGreaterThan(20);
  });
});

describe("a refused operation", () => {
  async function refused() {
    const store = await joinedStore();
    await store.mentions.put(
      claimed("1", dana, { claim: { holder: dana, fence: 7, expiresAt: new Date(noonMs).toISOString(), renewals: 0 } }),
    );
    await enqueue(store, save("op-1", "precious"), noonMs);
    await setAside(store, "op-1", "lease_lost");
    return store;
  }

  it("waits for a person and not for the server", async () => {
    const store = await refused();
    expect(await waitingOperations(store)).toEqual([]);
    expect((await store.outbox.toArray()).map((row) => [row.refused, row.args])).toEqual([
      ["lease_lost", { mentionId: "x:1", fence: 1, text: "precious" }],
    ]);
  });

  it("is tried again under a fresh id and the claim that the member holds now", async () => {
    const store = await refused();
    await retryRefused(store, "op-1", "op-9");
    expect(await waitingOperations(store)).toMatchObject([{ id: "op-9", sent: false, args: { fence: 7, text: "precious" } }]);
  });

  it("is gone when it is let go", async () => {
    const store = await refused();
    await discardRefused(store, "op-1");
    expect(await store.outbox.count()).toBe(0);
  });

  it("is the only one that can be retried or let go", async () => {
    const store = await joinedStore();
    await enqueue(store, save("op-1", "still waiting"), noonMs);
    await expect(discardRefused(store, "op-1")).rejects.toMatchObject({ code: "not_found" });
    await expect(retryRefused(store, "op-2", "op-3")).rejects.toMatchObject({ code: "not_found" });
    expect(await texts(store)).toEqual(["still waiting"]);
  });
});
