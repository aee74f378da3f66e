// @vitest-environment node
import { beforeEach, expect, it } from "vitest";
import { passedIds } from "../../lib/store/passed.ts";
import { runningBackground } from "../support/background.ts";
import { resetBrowser } from "../support/browser.ts";

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

it("leaving forgets it", async () => {
  const { from, store } = await runningBackground();
  await from("popup", "mention.pass", { mentionId: "x:1", isPassed: true });
  await from("popup", "session.leave", null);
  expect(await store().passed.count()).toBe(0);
});
