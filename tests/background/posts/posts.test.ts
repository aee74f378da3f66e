// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { packedToText } from "../../../lib/detect/pack/carry.ts";
import { packMatcher } from "../../../lib/detect/pack/pack.ts";
import type { KeywordList } from "../../../lib/schema/keywords.ts";
import type { PostOffer } from "../../../lib/schema/messages.ts";
import { maxExcerpt } from "../../../lib/schema/post.ts";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { claimed, linh, list, mention, post } from "../../support/samples.ts";

beforeEach(resetBrowser);
const packed = (of: KeywordList) => packedToText(packMatcher([of]));
const seen = (id: string | null, change = {}) => ({ post: post(id, change) });

describe("a page that begins", () => {
  it("gets the packed lists when the member agreed and joined, and others when they change or the worker was killed", async () => {
    const { fromPage, store, restart } = await runningBackground();
    const started = (of: KeywordList) => ({ ok: true, value: { screen: packed(of), sharing: "all", pack: { site: "x" } } });
    expect(await fromPage("page.start", { site: "x" })).toMatchObject(started(list));
    const next = { ...list, version: 2, entries: list.entries.map((entry) => ({ ...entry, text: "acme*" })) };
    await store().lists.put(next);
    expect(await fromPage("page.start", { site: "x" })).toMatchObject(started(next));
    restart();
    expect(await fromPage("page.start", { site: "x" })).toMatchObject(started(next));
  });

  it("gets nothing before", async () => {
    const { fromPage, store } = await runningBackground({ joined: false });
    await store().lists.put(list);
    expect(await fromPage("page.start", { site: "x" })).toEqual({ ok: true, value: null });
  });
});

describe("a post that matched", () => {
  it("is on disk before it is answered, and soon on the server", async () => {
    const { fromPage, server, store } = await runningBackground();
    const answer = fromPage("post.seen", seen("1"));
    expect(await answer).toMatchObject({ ok: true, value: [{ mentionId: "x:1", state: "needs_answer" }] });
    expect(await store().sightings.get("x:1")).toBeDefined();
    await vi.waitFor(() => expect(server.mentions.get("x:1")).toMatchObject({ excerpt: "Acme earbuds: how does pairing work?" }));
  });

  it("is no mention when the lists ask for more than its letters, and leaves no trace", async () => {
    const { fromPage, store } = await runningBackground();
    const entries = list.entries.map((entry) => ({ ...entry, mustNear: ["warranty"] }));
    await store().lists.put({ ...list, version: 2, entries });
    expect(await fromPage("post.seen", seen("1"))).toEqual({ ok: true, value: [] });
    expect(await fromPage("post.offer", seen("1"))).toMatchObject({ ok: true, value: { state: "dismissed" } });
    expect([await store().outbox.count(), await store().sightings.count()]).toEqual([0, 0]);
    expect(await fromPage("post.seen", seen("2", { text: "Acme and its warranty" }))).toMatchObject({ value: [{ mentionId: "x:2" }] });
  });

  it("in a site's translation is not told, and asks for the original", async () => {
    const { fromPage, store } = await runningBackground();
    const translated = seen("1", { translated: true });
    for (const name of ["post.seen", "post.offer"] as const) {
      const answer = await fromPage(name, translated);
      expect([(answer as { value: unknown }).value].flat()).toMatchObject([{ mentionId: "x:1", state: "translated" }]);
    }
    expect([await store().outbox.count(), await store().sightings.count()]).toEqual([0, 0]);
    expect(await fromPage("post.seen", seen("1"))).toMatchObject({ value: [{ mentionId: "x:1", state: "needs_answer" }] });
    // Once it is shared, the badge stays what it is.
    expect(await fromPage("post.seen", translated)).toMatchObject({ value: [{ mentionId: "x:1", state: "needs_answer" }] });
  });

  it("is refused before consent and leaves no trace", async () => {
    const { fromPage, server, store } = await runningBackground({ joined: false });
    for (const name of ["post.seen", "post.offer"] as const) {
      expect(await fromPage(name, seen("1"))).toMatchObject({ ok: false, code: "consent_needed" });
    }
    expect([await store().outbox.count(), await store().sightings.count(), server.requests.length]).toEqual([0, 0, 0]);
  });

  it.each([
    ["without an id", seen(null), "malformed"],
    ["of a protected account", seen("1", { protected: true }), "forbidden"],
  ])("%s is not shared", async (_name, args, code) => {
    const { fromPage, store } = await runningBackground();
    expect(await fromPage("post.seen", args)).toMatchObject({ ok: false, code });
    expect(await store().outbox.count()).toBe(0);
  });

  it.each(["all", "ask"] as const)(
    "that the workspace has done with shows so on a fresh device that shares %s, and is not reported",
    async (sharing) => {
      const { fromPage, server, store } = await runningBackground({ sharing });
      await vi.waitFor(async () => expect(await store().lists.count()).toBe(1));
      server.put({ kind: "mention", value: mention("1", { status: "answered" }) });
      server.put({ kind: "mention", value: claimed("2", linh) });
      const [done, taken, fresh] = await Promise.all(["1", "2", "3"].map((id) => fromPage("post.seen", seen(id))));
      expect(done).toMatchObject({ value: [{ state: "answered" }] });
      expect(taken).toMatchObject({ value: [{ state: "other", who: "Linh" }] });
      expect(fresh).toMatchObject({ value: [{ state: sharing === "all" ? "needs_answer" : "ask" }] });
      expect(JSON.stringify(server.buckets)).not.toContain("x:");
      expect(await store().sightings.get("x:1")).toBeUndefined();
      const asked = server.buckets.length;
      expect(asked).toBeGreaterThan(0);
      await fromPage("post.seen", seen("1"));
      expect(server.buckets).toHaveLength(asked);
    },
  );

  it("opens its card on a device that does not hold it", async () => {
    const { fromPage, server, store } = await runningBackground({ sharing: "ask" });
    await vi.waitFor(async () => expect(await store().lists.count()).toBe(1));
    server.put({ kind: "mention", value: mention("1") });
    await store().mentions.clear();
    expect(await fromPage("card.state", { mentionId: "x:1" })).toMatchObject({ ok: true, value: { mention: { id: "x:1" } } });
    expect(await fromPage("card.state", { mentionId: "x:9" })).toMatchObject({ ok: false, code: "not_found" });
  });

  it("that somebody is on shows who, and is not reported again", async () => {
    const { fromPage, server, store } = await runningBackground();
    server.put({ kind: "mention", value: claimed("1", linh) });
    await vi.waitFor(async () => {
      await fromPage("post.seen", seen("7"));
      expect(await store().mentions.count()).toBe(2);
    });
    expect(await fromPage("post.seen", seen("1"))).toMatchObject({ value: [{ state: "other", who: "Linh" }] });
    expect(await store().sightings.get("x:1")).toBeUndefined();
  });

  it("costs the server nothing when it scrolls by again", async () => {
    const { fromPage, from, server, store } = await runningBackground();
    await fromPage("post.seen", seen("1"));
    await vi.waitFor(async () => expect(await store().outbox.count()).toBe(0));
    const before = server.requests.length;
    for (let n = 0; n < 20; n += 1) await fromPage("post.seen", seen("1"));
    server.put({ kind: "mention", value: mention("2") });
    await from("popup", "sync.now", null);
    await vi.waitFor(async () => expect(await store().mentions.count()).toBe(2));
    expect(server.requests.length).toBe(before + 1);
  });

  it("that is very long leaves as an excerpt only", async () => {
    const { fromPage, server } = await runningBackground();
    const text = `${"😀 before ".repeat(300)}acme${" after".repeat(900)}`.slice(0, 10_000);
    await fromPage("post.seen", seen("1", { text }));
    await vi.waitFor(() => expect(server.mentions.get("x:1")?.excerpt).toContain("acme"));
    expect(server.mentions.get("x:1")?.excerpt.length).toBeLessThanOrEqual(maxExcerpt);
    expect(JSON.stringify(server.requests)).not.toContain("😀 before ".repeat(40));
  });
});

describe("a post where the member wants to be asked", () => {
  it("waits on the page, and nowhere else, for a yes", async () => {
    const { fromPage, server, store } = await runningBackground({ sharing: "ask" });
    expect(await fromPage("post.seen", seen("1"))).toEqual({
      ok: true,
      value: [{ mentionId: "x:1", state: "ask", who: null, untilMs: null, community: "fanswer" }],
    });
    expect([await store().outbox.count(), await store().sightings.count()]).toEqual([0, 0]);
    expect(JSON.stringify([...server.requests])).not.toContain("pairing");
    // Nor can a page send what its member was not shown.
    expect(await fromPage("post.share", { mentionId: "x:1" })).toMatchObject({ ok: false, code: "not_found" });
    expect([await store().outbox.count(), server.mentions.has("x:1")]).toEqual([0, false]);
  });

  it("shows what would be sent of it, word for word, and that is what is sent, whatever moved meanwhile", async () => {
    const { fromPage, server, store, restart } = await runningBackground({ sharing: "ask" });
    world.onInject = () => void world.scripts.set(1, () => true);
    const long = seen("1", { text: `${"before ".repeat(90)}acme${" after".repeat(90)}` });
    expect(await fromPage("post.offer", long)).toMatchObject({ ok: true, value: { state: "ask" } });
    expect([await store().outbox.count(), await store().sightings.count(), server.mentions.has("x:1")]).toEqual([0, 0, false]);
    const offer = world.told.findLast(({ name }) => name === "card.offer")?.args as PostOffer;

    // The lists moved, and the worker that read the post is gone.
    await store().lists.put({ ...list, version: list.version + 1, entries: [] });
    restart();
    server.fault = () => "lost_before";
    expect(await fromPage("post.share", { mentionId: "x:1" })).toMatchObject({ ok: true, value: { state: "needs_answer" } });
    expect(world.told).toContainEqual({ tabId: 1, name: "badge.update", args: [expect.objectContaining({ state: "needs_answer" })] });
    const [row] = await store().outbox.toArray();
    expect(row).toMatchObject({ name: "mention.report", args: offer.sighting });
    expect(row?.args).toEqual(offer.sighting);
    expect(await fromPage("post.share", { mentionId: "x:1" })).toMatchObject({ ok: false, code: "not_found" });
  });

  it("is not offered where it is no mention", async () => {
    const { fromPage } = await runningBackground({ sharing: "ask" });
    expect(await fromPage("post.offer", seen("1", { text: "Tomatoes" }))).toMatchObject({ ok: true, value: { state: "dismissed" } });
    expect(world.told.filter(({ name }) => name === "card.offer")).toEqual([]);
  });

  it("shows its state when the workspace knows it", async () => {
    const { fromPage, store } = await runningBackground({ sharing: "ask" });
    await store().mentions.put(mention("1", { status: "answered" }));
    expect(await fromPage("post.seen", seen("1"))).toMatchObject({ value: [{ state: "answered" }] });
    expect(await store().outbox.count()).toBe(0);
  });
});

describe("a page that is no longer understood", () => {
  it("leaves one note for each site", async () => {
    const { fromPage, store } = await runningBackground();
    for (const readable of [4, 0]) await fromPage("drift.note", { site: "x", posts: 9, readable, missing: ["text"] });
    expect(await store().drifts.toArray()).toEqual([
      { site: "x", posts: 9, readable: 0, missing: ["text"], at: "2026-03-02T12:00:00.000Z" },
    ]);
  });
});

describe("the tabs", () => {
  it("are told what moved, and only that", async () => {
    const { fromPage, server, from, store } = await runningBackground();
    server.put({ kind: "mention", value: mention("2") });
    await fromPage("post.seen", seen("1"));
    await vi.waitFor(async () => expect(await store().mentions.count()).toBe(2));
    const refreshed = () => JSON.stringify(world.told.filter(({ name }) => name === "card.refresh"));
    // What the first sync brings is told behind its back.
    await vi.waitFor(() => expect(refreshed()).toMatch(/x:1.*x:2|x:2.*x:1/));
    world.told.length = 0;
    await from("sidepanel", "mention.dismiss", { mentionId: "x:1", reason: "spam" });
    await vi.waitFor(async () => expect(await store().mentions.get("x:1")).toMatchObject({ status: "dismissed" }));
    await vi.waitFor(() => expect(world.told.map(({ name }) => name)).toContain("card.refresh"));
    const badges = world.told.flatMap(({ name, args }) => (name === "badge.update" ? (args as object[]) : []));
    expect(badges[0]).toMatchObject({ mentionId: "x:1", state: "dismissed" });
    expect(JSON.stringify(world.told)).not.toContain("x:2");
  });
});
