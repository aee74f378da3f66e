// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Store } from "../../lib/store/database.ts";
import { getMeta } from "../../lib/store/meta.ts";
import { enqueue, waitingOperations } from "../../lib/store/outbox.ts";
import { viewMentions } from "../../lib/store/views.ts";
import { device } from "../support/device.ts";
import { claimed, dana, linh, list, mention, noonMs, sighting } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { joinedStore } from "../support/store.ts";

interface Body {
  results: { id?: unknown; ok: boolean }[];
  changes: { kind: string; value?: { id?: string } }[];
  [key: string]: unknown;
}

/** A device whose server says something else than it should. */
async function odd(change: (body: Body) => unknown, store?: Store) {
  const server = new TestServer(dana, linh);
  const fetch: typeof globalThis.fetch = async (...request) => {
    const answer = await server.fetch(...request);
    return Response.json(change(await answer.json()), { status: answer.status });
  };
  return { server, ...device(store ?? (await joinedStore()), { fetch }) };
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const dismiss = (n: number, mentionId = `x:${n}`) => ({
  id: id(n),
  name: "mention.dismiss" as const,
  args: { mentionId, reason: "spam" as const },
});
const refusals = async (store: Store) => (await store.outbox.orderBy("seq").toArray()).map((row) => [row.id, row.refused]);

describe("of an answer that this extension cannot read in full", () => {
  it("one change of an unknown kind and one of an unknown form are left out; the rest is taken and the cursor moves", async () => {
    const { server, store, sync } = await odd((body) => ({
      ...body,
      changes: [
        { kind: "incident", value: { id: "i-1" } },
        ...body.changes.map((each) => (each.value?.id === "x:2" ? { ...each, value: { ...each.value, status: "parked" } } : each)),
        { kind: "precedent", value: { id: "x".repeat(5000) } },
        null,
        17,
      ],
    }));
    for (const n of ["1", "2", "3"]) server.put({ kind: "mention", value: mention(n) });
    await sync.run();
    expect(await store.mentions.toCollection().primaryKeys()).toEqual(["x:1", "x:3"]);
    expect(await getMeta(store, "cursor")).toEqual({ epoch: "e1", revision: server.revision });
    expect(await getMeta(store, "trouble")).toBeUndefined();
    expect(await getMeta(store, "unread")).toMatchObject({
      version: "1.0.0",
      count: 5,
      places: ["change incident kind", "change mention status", "change precedent id", "change"],
    });
  });

  it("an error code of a later server sets its operation aside as one for an update", async () => {
    const { server, store, sync } = await odd((body) => ({
      ...body,
      results: body.results.map((result) => (result.ok ? result : { ...result, error: { code: "too_late_now", message: "" } })),
    }));
    server.put({ kind: "mention", value: mention("1") });
    await enqueue(store, dismiss(404), noonMs);
    await enqueue(store, dismiss(1), noonMs);
    await sync.run();
    expect(await refusals(store)).toEqual([[id(404), "protocol_old"]]);
    expect(server.mentions.get("x:1")?.status).toBe("dismissed");
    expect(await getMeta(store, "unread")).toMatchObject({ count: 1, places: ["error code"] });
  });

  it.each([
    ["missing", () => []],
    ["no list", () => ({ none: true })],
    ["without an id", (results: unknown[]) => results.map((result) => ({ ...(result as object), id: undefined }))],
    ["of somebody else's operation", (results: unknown[]) => results.map((result) => ({ ...(result as object), id: id(9) }))],
    ["doubled, and one more", (results: unknown[]) => [...results.slice(1), ...results.slice(1), 17]],
  ])("results that are %s leave their operations waiting, for five times; what moved is taken", async (_, change) => {
    const { server, store, sync } = await odd((body) => ({ ...body, results: change(body.results) }));
    server.put({ kind: "mention", value: mention("1") });
    await enqueue(store, dismiss(1), noonMs);
    for (let times = 0; times < 4; times++) await sync.run({ urgent: true });
    expect(await refusals(store)).toEqual([[id(1), null]]);
    expect(await store.mentions.get("x:1")).toMatchObject({ status: "dismissed" });
    await sync.run({ urgent: true });
    expect(await refusals(store)).toEqual([[id(1), "internal"]]);
    await sync.run({ urgent: true });
    expect(await getMeta(store, "trouble")).toBeUndefined();
  });

  it("a fault of the server's own at one operation sets it aside after five times; that the database is away never does", async () => {
    let code = "internal";
    const { server, store, sync } = await odd((body) => ({
      ...body,
      results: body.results.map((result) => (result.id === id(2) ? { id: id(2), ok: false, error: { code, message: "" } } : result)),
    }));
    for (const n of [1, 2]) server.put({ kind: "mention", value: mention(`${n}`) });
    for (const n of [1, 2]) await enqueue(store, dismiss(n), noonMs);
    for (let times = 0; times < 5; times++) await sync.run({ urgent: true });
    expect(await refusals(store)).toEqual([[id(2), "internal"]]);
    await store.outbox.toCollection().modify({ refused: null, failures: 0 });
    code = "server_failed";
    for (let times = 0; times < 9; times++) await sync.run({ urgent: true });
    expect(await refusals(store)).toEqual([[id(2), null]]);
  });

  it("a result that nobody can read is told to who asked, and not tried again", async () => {
    const { server, sync, store } = await odd((body) => ({
      ...body,
      results: body.results.map((result) => ({ ...result, value: { odd: true } })),
    }));
    await expect(sync.ask("member.list", {})).rejects.toMatchObject({ code: "protocol_old" });
    expect(server.requests).toHaveLength(1);
    expect(await getMeta(store, "unread")).toMatchObject({ count: 1, places: ["result of member.list"] });
  });

  it("a refusal with a code of a later server says that an update is due", async () => {
    const store = await joinedStore();
    const { sync } = device(store, { fetch: async () => Response.json({ error: { code: "moved_away", message: "" } }, { status: 410 }) });
    await sync.run();
    expect(await getMeta(store, "trouble")).toMatchObject({ code: "protocol_old" });
  });
});

describe("what could not be read", () => {
  const hidden = (body: Body) => ({
    ...body,
    changes: body.changes.map((each) => (each.value?.id === "x:1" ? { ...each, kind: "novelty" } : each)),
  });

  async function withUnread() {
    const before = await odd(hidden);
    for (const n of ["1", "2"]) before.server.put({ kind: "mention", value: mention(n) });
    await before.sync.run();
    expect(await before.store.mentions.toCollection().primaryKeys()).toEqual(["x:2"]);
    return before;
  }

  it("is asked for again by another version of the extension, which forgets that it was missing", async () => {
    const { server, store } = await withUnread();
    const updated = device(store, server, 2, "1.1.0");
    await updated.sync.run();
    expect(await store.mentions.toCollection().primaryKeys()).toEqual(["x:1", "x:2"]);
    expect(await getMeta(store, "unread")).toBeUndefined();
    await updated.sync.run();
    expect(server.requests.map(({ since }) => since?.revision ?? null)).toEqual([null, null, server.revision]);
  });

  it("is asked for again once a day by the same one, and not more often", async () => {
    const { server, sync, clock } = await withUnread();
    await sync.run();
    clock.nowMs += 24 * 3_600_000;
    await sync.run();
    await sync.run();
    expect(server.requests.map(({ since }) => since?.revision ?? null)).toEqual([null, server.revision, null, server.revision]);
  });
});

describe("an operation that cannot be sent", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  it.each([
    ["holds what JSON has no word for", { args: { mentionId: "x:1", reason: "spam", count: 10n } }, "malformed"],
    ["goes round in a ring", { name: "mention.fly", args: circular }, "malformed"],
    ["has no arguments", { args: undefined }, "malformed"],
    ["has arguments of no form", { args: { mentionId: "x:1", reason: "because" } }, "malformed"],
    ["is of a name that is none", { name: 17 }, "malformed"],
    ["has no id", { id: 17 }, "malformed"],
    ["is larger than a request", { name: "mention.sing", args: "é".repeat(500_000) }, "too_large"],
  ])("because it %s is set aside, the others go", async (_, change, code) => {
    const { server, store, sync } = await odd((body) => body);
    for (const n of ["1", "2"]) server.put({ kind: "mention", value: claimed(n, dana) });
    await enqueue(store, dismiss(1), noonMs);
    await store.outbox.put({ ...dismiss(5), mentionId: "x:1", atMs: noonMs, sent: false, refused: null, ...change } as never);
    await enqueue(store, dismiss(2), noonMs);
    await sync.run();
    expect(await viewMentions(store)).toMatchObject([
      { id: "x:1", status: "dismissed" },
      { id: "x:2", status: "dismissed" },
    ]);
    expect((await refusals(store)).map(([, refused]) => refused)).toEqual([code]);
    const [aside] = await store.outbox.toArray();
    expect(typeof aside?.id).toBe("string");
  });

  it("hides no mention while it waits", async () => {
    const store = await joinedStore();
    await store.mentions.bulkPut([mention("1"), mention("2")]);
    for (const [n, args] of [null, 17, { mentionId: "x:1", route: 5 }].entries()) {
      const row = { id: id(n), name: "mention.route", args, mentionId: "x:1", atMs: noonMs, sent: false, refused: null };
      await store.outbox.put(row as never);
    }
    expect((await viewMentions(store)).map((each) => each.id)).toEqual(["x:1", "x:2"]);
  });
});

describe("a request that is refused as a whole", () => {
  /** Refuses requests that hold the operation of this name, as a proxy or an older server may. */
  async function refusing(refuse: (names: readonly string[]) => Response | null) {
    const server = new TestServer(dana);
    const store = await joinedStore();
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const body = JSON.parse(String(init?.body)) as { operations: { args: { mentionId?: string } }[] };
      return refuse(body.operations.map(({ args }) => args.mentionId ?? "")) ?? server.fetch(url, init);
    };
    for (let n = 0; n < 20; n++) server.put({ kind: "mention", value: mention(`${n}`) });
    for (let n = 0; n < 20; n++) await enqueue(store, dismiss(n), noonMs);
    return { server, ...device(store, { fetch }) };
  }

  it.each([
    ["malformed", () => Response.json({ error: { code: "malformed", message: "" } }, { status: 400 })],
    ["too_large", () => new Response("<h1>413 Request Entity Too Large</h1>", { status: 413 })],
  ])("with %s for one operation sets that one aside and sends the others", async (code, refusal) => {
    const { server, store, sync } = await refusing((ids) => (ids.includes("x:13") ? refusal() : null));
    await sync.run();
    expect(await refusals(store)).toEqual([[id(13), code]]);
    expect([...server.mentions.values()].filter(({ status }) => status === "dismissed")).toHaveLength(19);
    expect(await getMeta(store, "trouble")).toBeUndefined();
  });

  it("for the number of operations is sent in smaller ones, and nothing goes aside", async () => {
    const { server, store, sync } = await refusing((ids) => (ids.length > 3 ? new Response("", { status: 413 }) : null));
    await sync.run();
    expect(await store.outbox.count()).toBe(0);
    expect([...server.mentions.values()].filter(({ status }) => status === "dismissed")).toHaveLength(20);
  });

  it("for something else than its operations sets none aside", async () => {
    const { store, sync } = await refusing(() => Response.json({ error: { code: "malformed", message: "" } }, { status: 400 }));
    await sync.run();
    expect(await waitingOperations(store)).toHaveLength(20);
    expect(await getMeta(store, "trouble")).toMatchObject({ code: "malformed" });
  });

  it("for what somebody waits for is told to them", async () => {
    const store = await joinedStore();
    const { sync } = device(store, {
      fetch: async (url, init) =>
        String(init?.body).includes("claim.take")
          ? Response.json({ error: { code: "malformed", message: "" } }, { status: 400 })
          : new TestServer(dana).fetch(url, init),
    });
    await expect(sync.ask("claim.take", { mentionId: "x:1" })).rejects.toMatchObject({ code: "malformed" });
  });
});

it("lists and mentions that came before stay while something is unread", async () => {
  const { server, store, sync } = await odd((body) => ({ ...body, changes: body.changes.map((each) => ({ ...each, kind: "odd" })) }));
  await store.lists.put(list);
  await store.mentions.put(mention("1"));
  server.put({ kind: "mention", value: mention("1", { status: "answered" }) });
  await enqueue(store, { id: id(1), name: "mention.report", args: sighting("7") }, noonMs);
  await sync.run();
  expect(await store.lists.count()).toBe(1);
  expect(await store.mentions.toCollection().primaryKeys()).toEqual(["x:1", "x:7"]);
});
