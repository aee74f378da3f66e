// @vitest-environment node
import { describe, expect, it } from "vitest";
import { FanswerError } from "../../lib/schema/errors.ts";
import { takeBatch } from "../../lib/store/batch.ts";
import { deleteMeta, getMeta, setMeta } from "../../lib/store/meta.ts";
import { enqueue, waitingOperations } from "../../lib/store/outbox.ts";
import { recordSighting } from "../../lib/store/sightings.ts";
import { device } from "../support/device.ts";
import { account, dana, linh, mention, noonMs, sighting } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { freshStore, joinedStore } from "../support/store.ts";

async function setUp() {
  const server = new TestServer(dana, linh);
  const store = await joinedStore();
  return { server, ...device(store, server) };
}
const share = (store: Awaited<ReturnType<typeof joinedStore>>, postId: string) =>
  recordSighting(store, sighting(postId), `00000000-0000-4000-8000-${postId.padStart(12, "0")}`, noonMs);

describe("a sync", () => {
  it("pushes what waits in its order and pulls what moved", async () => {
    const { server, store, sync, moved } = await setUp();
    server.put({ kind: "mention", value: mention("9") });
    await share(store, "1");
    await share(store, "2");
    await sync.run();
    expect(server.requests[0]?.operations).toMatchObject([{ args: { postId: "1" } }, { args: { postId: "2" } }]);
    expect(await waitingOperations(store)).toEqual([]);
    expect(await store.mentions.toArray()).toMatchObject([...server.mentions.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(moved.flatMap(({ mentionIds }) => mentionIds).sort()).toEqual(["x:1", "x:2", "x:9"]);
  });

  it("gives an answer that is no mention to who asked, and leaves the mirror alone", async () => {
    const { server, store, sync } = await setUp();
    server.put({ kind: "mention", value: mention("1") });
    expect(await sync.ask("member.list", {})).toEqual([dana, linh]);
    expect(await store.mentions.toArray()).toMatchObject([...server.mentions.values()]);
    expect(await getMeta(store, "trouble")).toBeUndefined();
  });

  it("asks only for what is new", async () => {
    const { server, sync } = await setUp();
    await sync.run();
    await sync.run();
    expect(server.requests.map(({ since }) => since?.revision ?? null)).toEqual([null, server.revision]);
  });

  it("turns page after page until nothing is left", async () => {
    const { server, store, sync } = await setUp();
    server.pageSize = 3;
    for (let n = 0; n < 10; n += 1) server.put({ kind: "mention", value: mention(`${n}`) });
    await sync.run();
    expect(await store.mentions.count()).toBe(10);
    expect(server.requests.length).toBe(4);
  });

  it("is one at a time; calls during a run make one more", async () => {
    const server = new TestServer(dana);
    let open = 0;
    let most = 0;
    let begin = () => {};
    const began = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { sync } = device(await joinedStore(), {
      fetch: async (...request) => {
        begin();
        open += 1;
        most = Math.max(most, open);
        const response = await server.fetch(...request);
        open -= 1;
        return response;
      },
    });
    const first = sync.run();
    await began;
    await Promise.all([first, sync.run(), sync.run(), sync.run()]);
    expect(most).toBe(1);
    expect(server.requests.length).toBe(2);
  });

  it("sends nothing before consent, and nothing before joining", async () => {
    const server = new TestServer(dana);
    const { store } = freshStore();
    const { sync } = device(store, server);
    await setMeta(store, "account", account());
    await share(store, "1");
    await sync.run({ urgent: true });
    await expect(sync.ask("claim.take", { mentionId: "x:1" })).rejects.toMatchObject({ code: "unauthorized" });
    expect(server.requests).toEqual([]);
    expect(await store.outbox.count()).toBe(1);
  });

  it("sets a refused operation aside and sends the others", async () => {
    const { server, store, sync } = await setUp();
    await enqueue(
      store,
      { id: "00000000-0000-4000-8000-00000000000a", name: "draft.save", args: { mentionId: "x:404", fence: 1, text: "kept" } },
      noonMs,
    );
    await share(store, "1");
    await sync.run();
    expect(await store.outbox.toArray()).toMatchObject([{ refused: "not_found", args: { text: "kept" } }]);
    expect(server.mentions.has("x:1")).toBe(true);
  });

  it("learns how far its clock is off", async () => {
    const { server, store, sync } = await setUp();
    server.nowMs = noonMs + 90_000;
    await sync.run();
    expect(await getMeta(store, "skewMs")).toBe(90_000);
  });

  it("after a restored backup pulls everything anew and loses nothing that waits", async () => {
    const { server, store, sync } = await setUp();
    server.put({ kind: "mention", value: mention("1") });
    server.put({ kind: "mention", value: mention("2") });
    await sync.run();
    server.restore();
    server.mentions.delete("x:2");
    server.put({ kind: "mention_removed", id: "x:2" });
    await share(store, "3");
    await sync.run();
    expect((await store.mentions.toCollection().primaryKeys()).sort()).toEqual(["x:1", "x:3"]);
    expect(await getMeta(store, "cursor")).toMatchObject({ epoch: "e2" });
  });
});

describe("a sync that fails", () => {
  it.each(["unauthorized", "protocol_old", "server_failed"] as const)("with %s keeps what waits and says why", async (code) => {
    const { server, store, sync } = await setUp();
    await share(store, "1");
    server.refusal = new FanswerError(code);
    await sync.run();
    expect(await getMeta(store, "trouble")).toMatchObject({ code, failures: 1 });
    expect(await waitingOperations(store)).toHaveLength(1);
    server.refusal = null;
    await sync.run({ urgent: true });
    expect(await getMeta(store, "trouble")).toBeUndefined();
    expect(await waitingOperations(store)).toEqual([]);
  });

  it("waits longer after each failure, and not at all when somebody asks", async () => {
    const { server, store, sync, clock } = await setUp();
    server.fault = () => "lost_before";
    const waits: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await sync.run({ urgent: true });
      waits.push(((await getMeta(store, "trouble"))?.retryAtMs ?? 0) - clock.nowMs);
    }
    for (const [n, wait] of waits.entries()) expect(wait).toBeLessThanOrEqual(1_000 * 2 ** n);
    server.fault = () => "none";
    await sync.run();
    expect(server.requests).toEqual([]);
    clock.nowMs += waits.at(-1) ?? 0;
    await sync.run();
    expect(server.requests).toHaveLength(1);
  });

  it("comes back over as long as the server said, also without a socket and after the browser began anew", async () => {
    const { server, store, sync, clock } = await setUp();
    server.spreadMs = 250_000;
    await sync.run();
    server.fault = () => "lost_before";
    const waits: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      await device(store, server, n).sync.run({ urgent: true });
      waits.push(((await getMeta(store, "trouble"))?.retryAtMs ?? 0) - clock.nowMs);
      await deleteMeta(store, "trouble");
    }
    expect(waits.filter((wait) => wait > 125_000).length).toBeGreaterThan(10);
    expect(Math.max(...waits)).toBeLessThanOrEqual(250_000);
  });

  it("with an answer of no Fanswer server takes nothing from it", async () => {
    const store = await joinedStore();
    const { sync } = device(store, { fetch: async () => new Response("<html>Please sign in to this network</html>") });
    await share(store, "1");
    await sync.run();
    expect(await getMeta(store, "trouble")).toMatchObject({ code: "server_failed" });
    expect(await waitingOperations(store)).toHaveLength(1);
  });

  it("tries an operation again that the server could not do", async () => {
    const { server, store, sync } = await setUp();
    await share(store, "1");
    const { fetch } = server;
    const failing = device(store, {
      fetch: async (...request) => {
        const body = await (await fetch(...request)).json();
        const results = body.results.map(({ id }: { id: string }) => ({ id, ok: false, error: { code: "server_failed", message: "" } }));
        return Response.json({ ...body, results });
      },
    });
    await failing.sync.run();
    expect(await waitingOperations(store)).toHaveLength(1);
    await sync.run({ urgent: true });
    expect(await waitingOperations(store)).toEqual([]);
    expect([...server.effects.values()]).toEqual([1]);
  });

  it("after a worker died in the middle sends the same operation again, unchanged", async () => {
    const server = new TestServer(dana);
    const { store, again } = freshStore();
    await setMeta(store, "consent", { sharing: "all" });
    await setMeta(store, "account", account());
    await share(store, "1");
    const batch = await takeBatch(store);
    store.close();
    await device(again(), server).sync.run();
    expect(server.requests[0]?.operations).toEqual(batch?.operations);
  });
});

describe("asking the server directly", () => {
  it("comes after what waits, gives the result and shows it at once", async () => {
    const { server, store, sync } = await setUp();
    await share(store, "1");
    const mine = await sync.ask("claim.take", { mentionId: "x:1" });
    expect(server.requests[0]?.operations).toMatchObject([{ name: "mention.report" }, { name: "claim.take" }]);
    expect(mine).toMatchObject({ id: "x:1", status: "claimed", claim: { holder: { name: "Dana" } } });
    expect(await store.mentions.get("x:1")).toMatchObject(mine);
  });

  it("throws the server's code", async () => {
    const { sync } = await setUp();
    await expect(sync.ask("claim.take", { mentionId: "x:404" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("says that the server cannot be reached", async () => {
    const { server, sync } = await setUp();
    server.fault = () => "lost_before";
    await expect(sync.ask("claim.take", { mentionId: "x:1" })).rejects.toMatchObject({ code: "server_unreachable" });
  });

  it("repeats a claim whose answer was lost under its one id", async () => {
    const { server, sync } = await setUp();
    server.put({ kind: "mention", value: mention("1") });
    const faults = ["lost_after", "none"] as const;
    let call = 0;
    server.fault = () => faults[call++] ?? "none";
    expect(await sync.ask("claim.take", { mentionId: "x:1" })).toMatchObject({ status: "claimed" });
    expect([...server.effects.values()]).toEqual([1]);
  });

  it("tells of a claim that was given up for lost with the next sync", async () => {
    const { server, store, sync } = await setUp();
    server.put({ kind: "mention", value: mention("1") });
    server.fault = () => "lost_after";
    await expect(sync.ask("claim.take", { mentionId: "x:1" })).rejects.toMatchObject({ code: "server_unreachable" });
    server.fault = () => "none";
    await sync.run({ urgent: true });
    expect(await store.mentions.get("x:1")).toMatchObject({ status: "claimed", claim: { holder: { name: "Dana" } } });
  });

  it("does not wait for the end of a back-off", async () => {
    const { server, sync } = await setUp();
    server.put({ kind: "mention", value: mention("1") });
    server.fault = () => "lost_before";
    await sync.run();
    server.fault = () => "none";
    expect(await sync.ask("claim.take", { mentionId: "x:1" })).toMatchObject({ status: "claimed" });
  });
});
