// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { stayPresent } from "../../../lib/messaging/presence.ts";
import { getMeta } from "../../../lib/store/meta.ts";
import { QuietSocket, runningBackground } from "../../support/background.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { list, mention, post } from "../../support/samples.ts";

beforeEach(resetBrowser);
const isOpen = () => QuietSocket.opened.at(-1)?.isClosed === false;

describe("the socket of the worker", () => {
  it("is open while a page of ours is", async () => {
    const { server, store } = await runningBackground();
    await vi.waitFor(async () => expect(await getMeta(store(), "cursor")).toBeDefined());
    expect(QuietSocket.opened).toEqual([]);
    const page = new AbortController();
    stayPresent(page.signal);
    await vi.waitFor(() => expect(isOpen()).toBe(true));
    server.put({ kind: "keyword_list", value: { ...list, version: 9 } });
    QuietSocket.opened.at(-1)?.onmessage({ data: JSON.stringify({ revision: server.revision }) });
    await vi.waitFor(async () => expect(await store().lists.get("main")).toMatchObject({ version: 9 }));
    page.abort();
    await vi.waitFor(() => expect(isOpen()).toBe(false));
  });

  it("is open while a claim runs", async () => {
    const { server, fromPage } = await runningBackground();
    server.put({ kind: "mention", value: mention("1") });
    const { value } = (await fromPage("claim.take", { mentionId: "x:1" })) as { value: { claim: { fence: number } } };
    await vi.waitFor(() => expect(isOpen()).toBe(true));
    await fromPage("claim.release", { mentionId: "x:1", fence: value.claim.fence });
    await vi.waitFor(() => expect(isOpen()).toBe(false));
  });

  it("is open while something waits to be sent", async () => {
    const { server, from } = await runningBackground();
    server.fault = () => "lost_before";
    await from("popup", "mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await vi.waitFor(() => expect(isOpen()).toBe(true));
  });

  it("is open while a page of a site is in front, so that a pushed list is there at once", async () => {
    const { server, store, fromPage } = await runningBackground();
    world.tabs = [{ id: 1, url: "https://x.com/home", incognito: false, active: true }];
    await fromPage("post.seen", { post: post("1") });
    await vi.waitFor(() => expect(isOpen()).toBe(true));
    server.put({ kind: "keyword_list", value: { ...list, version: 9 } });
    QuietSocket.opened.at(-1)?.onmessage({ data: JSON.stringify({ revision: server.revision }) });
    await vi.waitFor(async () => expect(await store().lists.get("main")).toMatchObject({ version: 9 }));
    world.tabs = [{ id: 1, url: "https://x.com/home", incognito: false, active: false }];
    await fromPage("post.seen", { post: post("2") });
    await vi.waitFor(() => expect(isOpen()).toBe(false));
  });

  it("brings no request for what this device did itself", async () => {
    const { server, store } = await runningBackground();
    const page = new AbortController();
    stayPresent(page.signal);
    await vi.waitFor(async () => expect(await getMeta(store(), "cursor")).toBeDefined());
    await vi.waitFor(() => expect(isOpen()).toBe(true));
    const before = server.requests.length;
    const wake = () => QuietSocket.opened.at(-1)?.onmessage({ data: JSON.stringify({ revision: server.revision }) });
    wake();
    server.put({ kind: "mention", value: mention("1") });
    wake();
    await vi.waitFor(async () => expect(await store().mentions.count()).toBe(1));
    expect(server.requests.length).toBe(before + 1);
    page.abort();
  });
});
