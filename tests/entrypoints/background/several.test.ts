// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { MessageArgs, MessageName } from "../../../lib/schema/messages.ts";
import { readMembership } from "../../../lib/store/communities.ts";
import { getMeta, setMeta } from "../../../lib/store/meta.ts";
import { QuietSocket, runningBackground } from "../../support/background.ts";
import browser, { deliver, ownSender, pageSender, resetBrowser, world } from "../../support/browser.ts";
import { account, claimed, dana, list, mention, post } from "../../support/samples.ts";

beforeEach(resetBrowser);

/** Whoever is in Acme on one server joins Delta on another one, which looks for `word`. */
async function inTwo({ word = "acme", sharing = "all" as "all" | "ask" } = {}) {
  const background = await runningBackground();
  const { from, delta } = background;
  delta.put({ kind: "keyword_list", value: { ...list, entries: list.entries.map((entry) => ({ ...entry, text: word })) } });
  const begun = (await from("welcome", "community.begin", null)) as { value: { community: string } };
  const { community } = begun.value;
  const inDelta = <N extends MessageName>(page: "popup" | "welcome" | "options", name: N, args: MessageArgs<N>) =>
    deliver({ name, args, community }, ownSender(page));
  await inDelta("welcome", "consent.give", { sharing });
  const joined = await inDelta("welcome", "session.join", { invitation: "https://delta.example/join#welcome-code", name: "D. Berg" });
  expect(joined).toMatchObject({ ok: true, value: { server: "https://delta.example", workspace: { name: "Delta" } } });
  const store = background.storeOf(community);
  await vi.waitFor(async () => expect(await store.lists.count()).toBe(1));
  const fromPageIn = <N extends MessageName>(id: string, name: N, args: MessageArgs<N>) =>
    deliver({ name, args, community: id }, pageSender(1));
  return { ...background, community, inDelta, fromPageIn, deltaStore: store };
}

describe("a second community", () => {
  it("is joined beside the first one, which stays as it was, and is worked for from then on", async () => {
    const { store, deltaStore, registry, community, from } = await inTwo();
    expect(await getMeta(store(), "account")).toEqual(account());
    expect(await getMeta(deltaStore, "account")).toMatchObject({ server: "https://delta.example", workspace: { name: "Delta" } });
    expect(await readMembership(registry)).toEqual({ ids: ["fanswer", community], chosen: community });
    expect(await from("popup", "session.get", null)).toMatchObject({ value: { workspace: { name: "Delta" } } });
    await from("popup", "community.choose", { community: "fanswer" });
    expect(await from("popup", "session.get", null)).toMatchObject({ value: { workspace: { name: "Acme" } } });
  });

  it("has its own socket and its own consent", async () => {
    const { store, deltaStore } = await inTwo({ sharing: "ask" });
    world.tabs = [{ id: 1, url: "https://x.com/home", incognito: false, active: true }];
    browser.alarms.onAlarm.emit({ name: "sync" });
    await vi.waitFor(() =>
      expect(
        QuietSocket.opened
          .filter(({ isClosed }) => !isClosed)
          .map(({ url }) => url)
          .sort(),
      ).toEqual(["wss://acme.example/v1/socket", "wss://delta.example/v1/socket"]),
    );
    expect([await getMeta(store(), "consent"), await getMeta(deltaStore, "consent")]).toEqual([{ sharing: "all" }, { sharing: "ask" }]);
  });

  it("is there after the worker's end", async () => {
    const { restart, from, inDelta } = await inTwo();
    restart();
    expect(await inDelta("popup", "session.get", null)).toMatchObject({ value: { workspace: { name: "Delta" } } });
    expect(await from("popup", "session.get", null)).toMatchObject({ value: { workspace: { name: "Delta" } } });
  });

  it("is not joined a second time: the member is told, and the server hears nothing", async () => {
    const { from, store, storeOf, server } = await runningBackground();
    const [workspace, secret] = ["0123456789ab", "abcdefghijklmnopqrstuvwxyz"];
    const token = `${workspace}.${"t".repeat(43)}`;
    server.members.set(token, dana);
    await setMeta(store(), "account", { ...account(), token });
    const begun = (await from("welcome", "community.begin", null)) as { value: { community: string } };
    const say = <N extends MessageName>(name: N, args: MessageArgs<N>) => deliver({ name, args, ...begun.value }, ownSender("welcome"));
    await say("consent.give", { sharing: "all" });
    const again = { invitation: `https://acme.example/join#${workspace}-${secret}`, name: "Dana" };
    expect(await say("session.join", again)).toMatchObject({ ok: false, code: "already_joined" });
    expect(server.joinIds).toEqual([]);
    // Where the server knows this device no more, the same invitation is the way back.
    await setMeta(store(), "trouble", { code: "unauthorized", failures: 1, retryAtMs: 0 });
    await say("session.join", again);
    expect(server.joinIds).toHaveLength(1);
    expect(await getMeta(storeOf(begun.value.community), "account")).toBeUndefined();
  });
});

describe("a post", () => {
  it("that both want has a badge and a report for each, under its own name", async () => {
    const { fromPage, server, delta, community } = await inTwo();
    expect(await fromPage("post.seen", { post: post("1") })).toMatchObject({
      value: [
        { mentionId: "x:1", state: "needs_answer", community: "fanswer", brand: "Acme" },
        { mentionId: "x:1", state: "needs_answer", community, brand: "Delta" },
      ],
    });
    await vi.waitFor(() => expect([server.mentions.has("x:1"), delta.mentions.has("x:1")]).toEqual([true, true]));
  });

  it("is looked for in one pass, and goes to the community alone whose words stand in it", async () => {
    const { fromPage, server, delta, community } = await inTwo({ word: "delta" });
    expect(await fromPage("page.start", { site: "x" })).toMatchObject({ ok: true, value: { sharing: "all" } });
    const seen = await fromPage("post.seen", { post: post("2", { text: "My delta headset hums" }) });
    expect(seen).toMatchObject({ value: [{ mentionId: "x:2", community }] });
    await vi.waitFor(() => expect(delta.mentions.has("x:2")).toBe(true));
    browser.alarms.onAlarm.emit({ name: "sync" });
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(1));
    expect(JSON.stringify([server.requests, server.buckets])).not.toContain("delta");
  });

  it("is asked about for the one that asks each time, and shared with the other", async () => {
    const { fromPage, fromPageIn, delta, server, community } = await inTwo({ sharing: "ask" });
    world.onInject = () => void world.scripts.set(1, () => true);
    expect(await fromPage("page.start", { site: "x" })).toMatchObject({ value: { sharing: "ask" } });
    expect(await fromPage("post.seen", { post: post("1") })).toMatchObject({
      value: [{ state: "needs_answer" }, { state: "ask", community }],
    });
    await vi.waitFor(() => expect(server.mentions.has("x:1")).toBe(true));
    expect(await fromPageIn(community, "post.offer", { post: post("1") })).toMatchObject({ value: { state: "ask", community } });
    expect(world.told.findLast(({ name }) => name === "card.offer")?.args).toMatchObject({ community });
    expect(delta.mentions.has("x:1")).toBe(false);
    await fromPageIn(community, "post.share", { mentionId: "x:1" });
    await vi.waitFor(() => expect(delta.mentions.has("x:1")).toBe(true));
  });

  it("is answered for one of them", async () => {
    const { fromPageIn, server, delta, store, deltaStore, community } = await inTwo();
    for (const each of [server, delta]) each.put({ kind: "mention", value: mention("1") });
    browser.alarms.onAlarm.emit({ name: "sync" });
    await vi.waitFor(async () => expect([await store().mentions.count(), await deltaStore.mentions.count()]).toEqual([1, 1]));
    await fromPageIn(community, "mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await vi.waitFor(() => expect(delta.mentions.get("x:1")).toMatchObject({ status: "dismissed" }));
    expect(server.mentions.get("x:1")).toMatchObject({ status: "open" });
    expect(await fromPageIn(community, "card.state", { mentionId: "x:1" })).toMatchObject({ value: { workspace: { name: "Delta" } } });
    expect(await fromPageIn("fanswer", "card.state", { mentionId: "x:1" })).toMatchObject({ value: { workspace: { name: "Acme" } } });
  });

  it("keeps the badge of one when the other cannot tell", async () => {
    const { fromPage, deltaStore } = await inTwo();
    await deltaStore.lists.clear();
    await deltaStore.lists.put({ ...list, version: 9, entries: null as never });
    expect(await fromPage("post.seen", { post: post("1") })).toMatchObject({ ok: true, value: [{ community: "fanswer" }] });
  });
});

describe("leaving one", () => {
  it("leaves the other whole, and nothing of the one that was left", async () => {
    const { inDelta, delta, store, deltaStore, registry, community, fromPage, from } = await inTwo();
    await store().mentions.put(claimed("1", dana));
    await fromPage("post.seen", { post: post("2") });
    deltaStore.close();
    expect(await inDelta("options", "session.leave", "community")).toMatchObject({ ok: true, value: { member: null } });
    expect(delta.left).toEqual(["member.leave"]);
    expect(await readMembership(registry)).toEqual({ ids: ["fanswer"], chosen: "fanswer" });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(deltaStore.name);
    expect(await getMeta(store(), "account")).toEqual(account());
    expect(await store().mentions.get("x:1")).toBeDefined();
    expect(world.told).toContainEqual({ tabId: 1, name: "page.leave", args: { community } });
    expect(world.told).not.toContainEqual(expect.objectContaining({ name: "page.leave", args: { community: "fanswer" } }));
    // What a page still says to it reaches nobody.
    expect(await inDelta("popup", "mention.pass", { mentionId: "x:1", isPassed: true })).toMatchObject({ ok: false, code: "unauthorized" });
    expect(await fromPage("post.seen", { post: post("3") })).toMatchObject({ value: [{ community: "fanswer" }] });
    expect(await from("popup", "session.get", null)).toMatchObject({ value: { workspace: { name: "Acme" } } });
  });

  it("happens to the one that removed its member, whose page says so", async () => {
    const { inDelta, delta, fromPage, from } = await inTwo();
    delta.refusal = new FanswerError("member_removed");
    await inDelta("popup", "sync.now", null);
    await vi.waitFor(async () =>
      expect(await inDelta("popup", "session.get", null)).toMatchObject({ value: { shutOut: { workspace: "Delta" } } }),
    );
    expect(await fromPage("post.seen", { post: post("1") })).toMatchObject({ value: [{ community: "fanswer", state: "needs_answer" }] });
    // Throwing away what it says brings back the other one.
    expect(await inDelta("options", "session.leave", "device")).toMatchObject({ ok: true });
    expect(await from("popup", "session.get", null)).toMatchObject({ value: { workspace: { name: "Acme" } } });
  });
});

describe("no workspace learns of another", () => {
  it("in its requests, its store, and what its server is told", async () => {
    const { fromPage, fromPageIn, server, delta, store, deltaStore, community } = await inTwo();
    const [spy] = [vi.spyOn(console, "error")];
    await fromPage("post.seen", { post: post("1") });
    await fromPageIn(community, "mention.pass", { mentionId: "x:1", isPassed: true });
    await fromPage("drift.note", { site: "x", posts: 9, readable: 0, missing: ["text"] });
    browser.alarms.onAlarm.emit({ name: "sync" });
    await vi.waitFor(() => expect([server.mentions.size, delta.mentions.size]).toEqual([1, 1]));
    const all = async (of: typeof deltaStore) => JSON.stringify(await Promise.all(of.tables.map((table) => table.toArray())));
    const [acmeHolds, deltaHolds] = [await all(store()), await all(deltaStore)];
    const secretsOf = { acme: ["https://acme.example", account().token], delta: ["delta.example", "D. Berg", community] };
    for (const secret of secretsOf.delta) expect([acmeHolds, JSON.stringify(server.heard)].join()).not.toContain(secret);
    for (const secret of secretsOf.acme) expect([deltaHolds, JSON.stringify(delta.heard)].join()).not.toContain(secret);
    expect(spy).not.toHaveBeenCalled();
  });
});
