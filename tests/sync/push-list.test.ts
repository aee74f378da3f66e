import { describe, expect, it } from "vitest";
import type { KeywordEntry } from "../../lib/schema/keywords.ts";
import { limits } from "../../lib/schema/wire.ts";
import { pushList } from "../../lib/sync/push-list.ts";
import { device } from "../support/device.ts";
import { TestServer } from "../support/server.ts";
import { joinedStore } from "../support/store.ts";

const pushId = "7b0b3c53-7c1f-4a2e-9d55-0c1f6a3a9a10";
const entriesOf = (count: number): KeywordEntry[] =>
  Array.from({ length: count }, (_, index) => ({ id: `e-${index}`, text: `蘋果 ${index}`, label: null, mustNear: [], mustNotNear: [] }));
const list = (entries: KeywordEntry[]) => ({ listId: "brand", name: "Brand", baseVersion: 0, entries });

async function setUp() {
  const server = new TestServer();
  return { server, ...device(await joinedStore(), server) };
}

describe("pushing a list", () => {
  it("that fits is one operation", async () => {
    const { server, sync } = await setUp();
    await pushList(sync.ask, list(entriesOf(3)), pushId);
    expect(server.requests.flatMap(({ operations }) => operations)).toMatchObject([{ id: pushId, name: "keywords.push" }]);
  });

  it("of 20,000 goes in parts that fit into requests, and is whole on the device with the answer", async () => {
    const { server, store, sync } = await setUp();
    const entries = entriesOf(20_000);
    expect(await pushList(sync.ask, list(entries), pushId)).toMatchObject({ version: 1 });
    expect((await store.lists.get("brand"))?.entries).toEqual(entries);
    const sent = server.requests.filter(({ operations }) => operations.length > 0);
    expect(sent.length).toBeGreaterThan(3);
    for (const request of sent) expect(new TextEncoder().encode(JSON.stringify(request)).length).toBeLessThan(limits.requestBytes);
  });

  it("survives answers that are lost, and being asked for again", async () => {
    const { server, store, sync } = await setUp();
    const entries = entriesOf(10_000);
    let call = 0;
    server.fault = () => (call++ % 2 === 0 ? "lost_after" : "none");
    await pushList(sync.ask, list(entries), pushId);
    await pushList(sync.ask, list(entries), pushId);
    expect((await store.lists.get("brand"))?.entries).toEqual(entries);
    expect(server.effects.get(pushId)).toBe(1);
  });

  it("of none empties it", async () => {
    const { server, sync } = await setUp();
    await pushList(sync.ask, list([]), pushId);
    expect(server.requests.flatMap(({ operations }) => operations)).toMatchObject([{ name: "keywords.push", args: list([]) }]);
  });
});
