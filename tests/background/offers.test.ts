// @vitest-environment node
import { beforeEach, expect, it, vi } from "vitest";
import { passedIds } from "../../lib/store/passed.ts";
import { runningBackground } from "../support/background.ts";
import { resetBrowser } from "../support/browser.ts";
import { mention } from "../support/samples.ts";

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

it("leaving forgets it", async () => {
  const { from, store } = await runningBackground();
  await from("popup", "mention.pass", { mentionId: "x:1", isPassed: true });
  await from("options", "session.leave", null);
  expect(await store().passed.count()).toBe(0);
});
