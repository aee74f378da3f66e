// @vitest-environment node
import { beforeEach, expect, it, vi } from "vitest";
import type { NextOffer } from "../../../lib/schema/messages.ts";
import { passedIds } from "../../../lib/store/passed.ts";
import { toStored } from "../../../lib/store/turns.ts";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { claimed, dana, mention } from "../../support/samples.ts";

beforeEach(resetBrowser);

it("what is not for the member stays so when the worker ends, and is nobody else's matter", async () => {
  const { from, server, store, restart } = await runningBackground();
  expect(await from("popup", "mention.pass", { mentionId: "x:1", isPassed: true })).toEqual({ ok: true, value: null });
  restart();
  expect(await passedIds(store())).toEqual(["x:1"]);
  await from("popup", "sync.now", null);
  expect(JSON.stringify(server.requests)).not.toContain("x:1");
  await from("popup", "mention.pass", { mentionId: "x:1", isPassed: false });
  await from("popup", "mention.pass", { mentionId: "x:2", isPassed: true });
  await from("popup", "mention.offer_again", null);
  expect(await passedIds(store())).toEqual([]);
});

it("the next one is asked for in the member's languages first, without what was passed on", async () => {
  const { from, server } = await runningBackground();
  await from("popup", "mention.pass", { mentionId: "x:1", isPassed: true });
  await from("sidepanel", "claim.next", null);
  const asked = JSON.stringify(server.requests);
  expect(asked).toContain('"languages":["en"],"others":true,"except":["x:1"]');
});

it("a card knows whether a post can be taken", async () => {
  const { from, server } = await runningBackground();
  server.put({ kind: "mention", value: mention("1") });
  const isOffline = async () =>
    ((await from("popup", "card.state", { mentionId: "x:1" })) as { value?: { isOffline: boolean } }).value?.isOffline;
  await vi.waitFor(async () => expect(await isOffline()).toBe(false));
  server.fault = () => "lost_before";
  await from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await isOffline()).toBe(true));
  server.fault = () => "none";
  await from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await isOffline()).toBe(false));
});

it("after an answer the card goes on with the next in the member's languages, where a card can stand, and to no other", async () => {
  const { from, fromPage, store } = await runningBackground();
  const at = (id: string, priority: number, parts: object = {}) => ({
    ...mention(id, { permalink: `https://x.com/dana_k/status/${id}`, ...parts }),
    triage: { ...mention(id).triage, priority },
  });
  const rows = [
    at("1", 90),
    at("2", 80, { permalink: "https://x.com/home" }),
    at("3", 70),
    at("4", 60),
    at("5", 50, { status: "answered" }),
  ];
  await store().mentions.bulkPut(rows.map((row) => toStored(row, 30)));
  const next = async () => (await fromPage("next.get", { mentionId: "x:1" })) as { value: NextOffer };
  expect((await next()).value).toMatchObject({ mention: { id: "x:3" }, isFull: false });
  await from("popup", "mention.pass", { mentionId: "x:3", isPassed: true });
  expect((await next()).value).toMatchObject({ mention: { id: "x:4" } });

  expect(await fromPage("next.open", { mentionId: "x:5" })).toEqual({ ok: true, value: { opened: false } });
  expect(world.created).toEqual([]);
  expect(await fromPage("next.open", { mentionId: "x:4" })).toEqual({ ok: true, value: { opened: true } });
  expect(world.created).toHaveLength(1);

  await store().mentions.delete("x:4");
  expect((await next()).value).toEqual({ mention: null, isFull: false });
  const held = Array.from({ length: 9 }, (_, index) => claimed(`2${index}`, dana));
  await store().mentions.bulkPut(held.map((row) => toStored(row, 30)));
  expect((await next()).value).toEqual({ mention: null, isFull: true });
});

it("leaving forgets it", async () => {
  const { from, store } = await runningBackground();
  await from("popup", "mention.pass", { mentionId: "x:1", isPassed: true });
  await from("options", "session.leave", "community");
  expect(await store().passed.count()).toBe(0);
});
