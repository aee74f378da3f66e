// @vitest-environment node
import { expect, it } from "vitest";
import { enqueue, waitingOperations } from "../../lib/store/outbox.ts";
import { recordSighting } from "../../lib/store/sightings.ts";
import { viewMention } from "../../lib/store/views.ts";
import { device } from "../support/device.ts";
import { dana, mention, noonMs, sighting } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { joinedStore } from "../support/store.ts";

type Refusal = { readonly code: string; readonly message: string; readonly again?: string };

/** A device whose server refuses some operations; `refuse` says which. */
async function refused(refuse: (name: string) => Refusal | null) {
  const server = new TestServer(dana);
  server.put({ kind: "mention", value: mention("1") });
  const store = await joinedStore();
  const sent: string[][] = [];
  const { fetch } = server;
  const around = device(store, {
    fetch: async (url, init) => {
      const operations = JSON.parse(String(init?.body)).operations as { id: string; name: string }[];
      sent.push(operations.map(({ id }) => id));
      const body = await (await fetch(url, init)).json();
      const named = new Map(operations.map(({ id, name }) => [id, name]));
      const results = body.results.map((each: { id: string }) => {
        const error = refuse(named.get(each.id) ?? "");
        return error ? { id: each.id, ok: false, error } : each;
      });
      return Response.json({ ...body, results });
    },
  });
  await around.sync.run();
  const later = (ms: number) => {
    around.clock.nowMs += ms;
    server.nowMs += ms;
  };
  return { ...around, store, sent, later };
}

const dismiss = { id: "op-1", name: "mention.dismiss", args: { mentionId: "x:1", reason: "spam" } } as const;
const reopen = { id: "op-2", name: "mention.reopen", args: { mentionId: "x:1" } } as const;
const iso = (ms: number) => new Date(ms).toISOString();

it("what was a lot for one hour is kept, shown as done, and sent when the server takes it", async () => {
  let again: string | null = iso(noonMs + 90_000);
  const { store, sync, sent, later } = await refused((name) =>
    name === "mention.dismiss" && again ? { code: "too_many", message: "", again } : null,
  );
  await enqueue(store, dismiss, noonMs);
  await sync.run();
  expect(await waitingOperations(store)).toMatchObject([{ id: "op-1", refused: null, notBeforeMs: noonMs + 90_000 }]);
  expect(await viewMention(store, "x:1")).toMatchObject({ status: "dismissed" });
  sent.length = 0;
  later(60_000);
  await sync.run();
  expect(sent.flat()).toEqual([]);
  later(31_000);
  again = null;
  await sync.run();
  expect(sent.flat()).toEqual(["op-1"]);
  expect(await waitingOperations(store)).toEqual([]);
});

it("what was done to the same post after it waits with it; the rest goes", async () => {
  const { store, sync, sent } = await refused((name) =>
    name === "mention.dismiss" ? { code: "too_many", message: "", again: iso(noonMs + 90_000) } : null,
  );
  await enqueue(store, dismiss, noonMs);
  await sync.run();
  sent.length = 0;
  await enqueue(store, reopen, noonMs);
  await recordSighting(store, sighting("7"), "op-3", noonMs);
  await sync.run();
  expect(sent.flat()).toEqual(["op-3"]);
  expect((await waitingOperations(store)).map(({ id }) => id)).toEqual(["op-1", "op-2"]);
});

it("a refusal that names no time waits for a person, as any other", async () => {
  const { store, sync } = await refused((name) => (name === "mention.dismiss" ? { code: "too_many", message: "" } : null));
  await enqueue(store, dismiss, noonMs);
  await sync.run();
  expect(await store.outbox.toArray()).toMatchObject([{ id: "op-1", refused: "too_many" }]);
});

it("a report without a keyword any more is let go, and nobody is asked", async () => {
  const { store, sync } = await refused((name) => (name === "mention.report" ? { code: "no_keyword", message: "" } : null));
  await recordSighting(store, sighting("7"), "op-3", noonMs);
  await sync.run();
  expect(await store.outbox.count()).toBe(0);
  expect(await store.sightings.get("x:7")).toBeUndefined();
});
