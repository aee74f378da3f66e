// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type ErrorCode, FanswerError } from "../../../lib/schema/errors.ts";
import { getMeta } from "../../../lib/store/meta.ts";
import { runningBackground } from "../../support/background.ts";
import browser, { resetBrowser, world } from "../../support/browser.ts";
import { claimed, dana, linh, list, mention, post } from "../../support/samples.ts";

beforeEach(resetBrowser);
const link = "https://acme.example/join#welcome-code";

describe("joining", () => {
  it("comes after consent, brings the lists and wakes the pages", async () => {
    const { from, store, server } = await runningBackground({ joined: false });
    expect(await from("welcome", "session.join", { invitation: link, name: "Dana" })).toMatchObject({ ok: false, code: "consent_needed" });
    expect(server.requests).toEqual([]);
    expect(await from("welcome", "consent.give", { sharing: "ask" })).toMatchObject({
      ok: true,
      value: { consented: true, sharing: "ask", member: null },
    });
    const joined = await from("welcome", "session.join", { invitation: link, name: "Dana" });
    expect(joined).toMatchObject({
      ok: true,
      value: { server: "https://acme.example", member: { name: "Dana" }, workspace: { name: "Acme" } },
    });
    expect(JSON.stringify(joined)).not.toContain("token-of");
    await vi.waitFor(async () => expect(await store().lists.toArray()).toEqual([list]));
    await vi.waitFor(() => expect(world.told.at(-1)).toMatchObject({ name: "page.restart" }));
  });

  it("tries again under the same id when no answer came, also after a restart, and under a new one with another invitation", async () => {
    const { from, server, restart } = await runningBackground({ joined: false });
    await from("welcome", "consent.give", { sharing: "all" });
    const join = (invitation: string) => from("welcome", "session.join", { invitation, name: "Dana" });
    await join("https://acme.example/join#other-code");
    server.fault = () => "lost_after";
    await join(link);
    restart();
    server.fault = () => "none";
    expect(await join(link)).toMatchObject({ ok: true });
    const [other, first, second] = server.joinIds;
    expect(second).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    ["https://acme.example/join#wrong-code", "invitation_invalid"],
    ["not an invitation", "invitation_unreadable"],
    ["http://acme.example/join#welcome-code", "invitation_unsafe"],
  ])("with %s is refused, and %s says why", async (invitation, code) => {
    const { from, store } = await runningBackground({ joined: false });
    await from("welcome", "consent.give", { sharing: "all" });
    expect(await from("welcome", "session.join", { invitation, name: "Dana" })).toEqual({
      ok: false,
      code,
      detail: null,
    });
    expect(await getMeta(store(), "account")).toBeUndefined();
  });

  it("is undone by leaving, which leaves nothing", async () => {
    const { from, fromPage, store } = await runningBackground();
    await fromPage("post.seen", { post: post("1") });
    expect(await from("options", "session.leave", "community")).toMatchObject({ ok: true, value: { consented: false, member: null } });
    // The card and the badges go from every page at once.
    const toPages = () => world.told.map(({ name }) => name).filter((name) => name.startsWith("page."));
    await vi.waitFor(() => expect(toPages().slice(-2)).toEqual(["page.leave", "page.restart"]));
    expect(await fromPage("page.start", { site: "x" })).toEqual({ ok: true, value: null });
    await vi.waitFor(async () =>
      expect([await store().mentions.count(), await store().outbox.count(), await store().lists.count()]).toEqual([0, 0, 0]),
    );
  });
});

describe("leaving", () => {
  const leave = async (what: "community" | "device", refusal: ErrorCode | null) => {
    const { from, server, store } = await runningBackground();
    server.refusal = refusal && new FanswerError(refusal);
    const answer = await from("options", "session.leave", what);
    return { answer, left: server.left, account: await getMeta(store(), "account") };
  };

  it("tells the server, of the community and of this device alone", async () => {
    expect(await leave("community", null)).toMatchObject({ answer: { ok: true }, left: ["member.leave"], account: undefined });
    expect(await leave("device", null)).toMatchObject({ answer: { ok: true }, left: ["device.sign_out"], account: undefined });
  });

  it("forgets nothing while the community cannot be told, and clears the device all the same", async () => {
    expect(await leave("community", "server_failed")).toMatchObject({ answer: { ok: false, code: "server_failed" }, account: {} });
    expect(await leave("device", "server_failed")).toMatchObject({ answer: { ok: true }, account: undefined });
  });

  it.each(["unauthorized", "signed_out", "member_removed"] as const)("is done where the server answers %s", async (code) => {
    expect(await leave("community", code)).toMatchObject({ answer: { ok: true }, account: undefined });
  });
});

describe("what the member reads", () => {
  it("goes to the server as they said, at once", async () => {
    const { from, server } = await runningBackground();
    expect(await from("options", "languages.set", { languages: ["vi", "nb"] })).toEqual({ ok: true, value: null });
    await vi.waitFor(() => expect(server.requests.at(-1)).toMatchObject({ languages: ["vi", "nb"], refill: true }));
  });
});

describe("what was refused", () => {
  it("can be tried again", async () => {
    const { from, server, store } = await runningBackground();
    await from("popup", "mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await vi.waitFor(async () => expect(await store().outbox.toArray()).toMatchObject([{ refused: "not_found" }]));
    server.put({ kind: "mention", value: mention("1") });
    const [row] = await store().outbox.toArray();
    expect(await from("popup", "outbox.retry", { operationId: row?.id ?? "" })).toEqual({ ok: true, value: null });
    await vi.waitFor(() => expect(server.mentions.get("x:1")).toMatchObject({ status: "dismissed" }));
  });
});

describe("keyword lists", () => {
  it("pushed by an admin are live here at once and restart the pages", async () => {
    const { from, store } = await runningBackground();
    await vi.waitFor(async () => expect(await getMeta(store(), "cursor")).toBeDefined());
    world.told.length = 0;
    const pushed = { listId: "main", name: "Main", baseVersion: 1, entries: [] };
    expect(await from("admin", "keywords.push", pushed)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await store().lists.get("main")).toMatchObject({ version: 2, entries: [] });
    await vi.waitFor(() => expect(world.told).toContainEqual({ tabId: 1, name: "page.restart", args: null }));
  });

  it("arrive from other devices with the next alarm", async () => {
    const { server, store } = await runningBackground();
    await vi.waitFor(async () => expect(await getMeta(store(), "cursor")).toBeDefined());
    server.put({ kind: "keyword_list", value: { ...list, version: 4 } });
    browser.alarms.onAlarm.emit({ name: "sync" });
    await vi.waitFor(async () => expect(await store().lists.get("main")).toMatchObject({ version: 4 }));
  });
});

describe("the worker's start", () => {
  it("registers every listener before it returns, and the alarm where it is missing", async () => {
    const { restart } = await runningBackground();
    await vi.waitFor(() => expect(world.alarms.get("sync")).toEqual({ periodInMinutes: 0.5 }));
    world.alarms.clear();
    restart();
    const { onMessage, onConnect, onInstalled, onStartup } = browser.runtime;
    for (const event of [onMessage, onConnect, onInstalled, onStartup, browser.alarms.onAlarm]) expect(event.listeners.size).toBe(1);
    await vi.waitFor(() => expect(world.alarms.size).toBe(1));
  });

  it("opens the welcome page as long as nobody agreed", async () => {
    await runningBackground({ joined: false });
    browser.runtime.onInstalled.emit({ reason: "install" });
    await vi.waitFor(() => expect(world.created).toEqual(["chrome-extension://fanswer-test/welcome.html"]));
  });

  it("does not open it after an update", async () => {
    const { from } = await runningBackground();
    browser.runtime.onInstalled.emit({ reason: "update" });
    await from("popup", "session.get", null);
    await vi.waitFor(() => expect(world.alarms.size).toBe(1));
    expect(world.created).toEqual([]);
  });

  it("counts in the toolbar what needs the member", async () => {
    const { server, from } = await runningBackground();
    server.put({ kind: "mention", value: claimed("1", dana) });
    server.put({ kind: "mention", value: claimed("2", linh) });
    await from("popup", "sync.now", null);
    await vi.waitFor(() => expect(world.badgeText).toBe("1"));
  });
});
