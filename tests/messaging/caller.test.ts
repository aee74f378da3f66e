// @vitest-environment node
import { describe, expect, it } from "vitest";
import { callerOf } from "../../lib/messaging/caller.ts";
import { extensionId, extensionOrigin, hosts, ownSender, pageSender } from "../support/browser.ts";

const home = { id: extensionId, origin: extensionOrigin, hosts };

describe("a sender", () => {
  it.each([
    ["popup", "popup"],
    ["sidepanel", "panel"],
    ["admin", "admin"],
    ["welcome", "welcome"],
    ["options", "settings"],
    ["you", "you"],
  ])("that is our %s.html is the %s", (page, kind) => {
    expect(callerOf(ownSender(page), home)).toMatchObject({ kind, tabId: null });
  });

  it("that is our page in a tab is still our page", () => {
    expect(callerOf({ ...ownSender("welcome"), tab: { id: 4 }, frameId: 0 }, home)).toMatchObject({ kind: "welcome", tabId: null });
    expect(callerOf({ ...ownSender("admin"), url: `${extensionOrigin}/admin.html?x=1#keywords` }, home)).toMatchObject({ kind: "admin" });
  });

  it("that went on to another page without loading is on that page", () => {
    const tab = { id: 7, url: "https://x.com/nilu/status/1" };
    expect(callerOf({ ...pageSender(7), tab }, home)).toEqual({ kind: "page", tabId: 7, url: tab.url });
  });

  it("that is our content script on a supported site is that tab's page", () => {
    expect(callerOf(pageSender(7), home)).toMatchObject({ kind: "page", tabId: 7 });
    expect(
      callerOf({ ...pageSender(7), url: "https://www.facebook.com/groups/1", origin: "https://www.facebook.com" }, home),
    ).toMatchObject({ kind: "page" });
    expect(callerOf({ ...pageSender(7), origin: undefined }, home)).toMatchObject({ kind: "page" });
  });

  it.each([
    ["another extension", { ...ownSender("popup"), id: "other" }],
    ["nobody", {}],
    ["a frame in a page", { ...pageSender(), frameId: 3 }],
    ["a page elsewhere", { ...pageSender(), url: "https://evil.example/", origin: "https://evil.example" }],
    ["a host that only begins alike", { ...pageSender(), url: "https://x.com.evil.example/", origin: "https://x.com.evil.example" }],
    ["a host with another scheme", { ...pageSender(), url: "http://x.com/", origin: "http://x.com" }],
    ["a host with another port", { ...pageSender(), url: "https://x.com:8443/", origin: "https://x.com:8443" }],
    ["an address and an origin that disagree", { ...pageSender(), origin: "https://evil.example" }],
    ["our address claimed by a page", { ...pageSender(), url: `${extensionOrigin}/admin.html` }],
    ["a page of ours that has no voice", ownSender("card")],
    ["a page of ours deeper down", { ...ownSender("x"), url: `${extensionOrigin}/x/admin.html` }],
    ["a page named like a method", { ...ownSender("x"), url: `${extensionOrigin}/constructor` }],
    ["a page without a tab", { ...pageSender(), tab: undefined }],
    ["a private window", { ...pageSender(), tab: { id: 1, incognito: true } }],
    ["no address", { ...pageSender(), url: "" }],
  ])("that is %s is nobody", (_name, sender) => {
    expect(callerOf(sender, home)).toBeNull();
  });
});
