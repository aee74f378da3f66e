// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { listenToBackground } from "../../lib/messaging/listen.ts";
import { tellTab, tellTabs } from "../../lib/messaging/tabs.ts";
import browser, { deliver, extensionId, hosts, ownSender, pageSender, resetBrowser, world } from "../support/browser.ts";

const background = { id: extensionId };
beforeEach(resetBrowser);

describe("telling the tabs", () => {
  it("reaches every tab on a supported site and passes over those without our script", async () => {
    const tab = (id: number, url: string, incognito = false) => ({ id, url, incognito });
    world.tabs = [
      tab(1, "https://x.com/home"),
      tab(2, "https://evil.example/"),
      tab(3, "https://www.facebook.com/"),
      tab(4, "https://x.com/a", true),
      tab(5, "https://x.com/b"),
    ];
    for (const id of [1, 2, 4, 5]) world.scripts.set(id, () => true);
    await tellTabs(hosts, "page.restart", null);
    expect(world.told.map(({ tabId }) => tabId)).toEqual([1, 5]);
  });

  it("knows whether a script took it", async () => {
    world.scripts.set(1, () => true).set(2, () => undefined);
    expect(await tellTab(1, "card.show", { community: "one", mentionId: "x:1" })).toBe(true);
    expect(await tellTab(2, "card.show", { community: "one", mentionId: "x:1" })).toBe(false);
    expect(await tellTab(3, "card.show", { community: "one", mentionId: "x:1" })).toBe(false);
  });
});

describe("listening in a tab", () => {
  const heard: unknown[] = [];
  let end = new AbortController();
  beforeEach(() => {
    heard.length = 0;
    end = new AbortController();
    listenToBackground({ "card.show": (args) => heard.push(args) }, end.signal);
  });
  const show = { name: "card.show", args: { community: "one", mentionId: "x:1" } };

  it("hears the background and says so", async () => {
    expect(await deliver(show, background)).toBe(true);
    expect(heard).toEqual([show.args]);
  });

  it.each([
    ["another extension", show, { id: "other" }],
    ["another tab", show, pageSender(2)],
    ["our page in a tab", show, { ...ownSender("admin"), tab: { id: 3 } }],
    ["a name of other scripts", { name: "badge.update", args: [] }, background],
    ["an inherited name", { name: "toString", args: [] }, background],
    ["nonsense", null, background],
  ])("does not hear %s", async (_name, message, sender) => {
    expect(await deliver(message, sender)).toBeUndefined();
    expect(heard).toEqual([]);
  });

  it("ends with its signal", async () => {
    end.abort();
    expect(await deliver(show, background)).toBeUndefined();
    expect(browser.runtime.onMessage.listeners.size).toBe(0);
  });
});
