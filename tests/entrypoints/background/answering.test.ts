// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DraftStatus } from "../../../lib/schema/lifecycle.ts";
import type { Store } from "../../../lib/store/database.ts";
import { setMeta } from "../../../lib/store/meta.ts";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { account, claimed, dana, iso, linh, mention, noonMs, post } from "../../support/samples.ts";

beforeEach(resetBrowser);

/** A background whose member holds the mention x:1 under fence 1. */
async function holding() {
  const running = await runningBackground();
  running.server.put({ kind: "mention", value: claimed("1", dana) });
  await running.from("popup", "sync.now", null);
  await vi.waitFor(async () => expect(await running.store().mentions.get("x:1")).toBeDefined());
  return running;
}
const draft = (text: string) => ({ mentionId: "x:1", fence: 1, text });
const sentDrafts = async (store: Store) => (await store.outbox.toArray()).map((row) => (row.args as { text: string }).text);

describe("a claim", () => {
  it("is the server's word", async () => {
    const { fromPage, server, store } = await runningBackground();
    server.put({ kind: "mention", value: mention("1") });
    expect(await fromPage("claim.take", { mentionId: "x:1" })).toMatchObject({
      ok: true,
      value: { status: "claimed", claim: { holder: { name: "Dana" } } },
    });
    expect(await store().mentions.get("x:1")).toMatchObject({ status: "claimed" });
  });

  it("that somebody else holds is refused", async () => {
    const { fromPage, server } = await runningBackground();
    server.put({ kind: "mention", value: claimed("1", linh) });
    expect(await fromPage("claim.take", { mentionId: "x:1" })).toMatchObject({ ok: false, code: "lease_held" });
  });

  it("cannot be had without the server", async () => {
    const { fromPage, server } = await runningBackground();
    server.fault = () => "lost_before";
    expect(await fromPage("claim.take", { mentionId: "x:1" })).toMatchObject({ ok: false, code: "server_unreachable" });
  });

  it("given back shows at once, even offline", async () => {
    const { fromPage, server } = await holding();
    server.fault = () => "lost_before";
    await fromPage("claim.release", { mentionId: "x:1", fence: 1 });
    expect(await fromPage("card.state", { mentionId: "x:1" })).toMatchObject({
      value: { mention: { status: "open" }, badge: { state: "needs_answer" }, waiting: 1 },
    });
  });
});

describe("typing while the server is down", () => {
  it("keeps one waiting draft, through the death of the worker, and sends it later", async () => {
    const running = await holding();
    running.server.fault = () => "lost_before";
    for (const text of ["H", "He", "Hello"]) await running.fromPage("draft.save", draft(text));
    running.restart();
    expect(await running.fromPage("card.state", { mentionId: "x:1" })).toMatchObject({
      value: { unsentDraft: "Hello", mention: { draft: { text: "Hello", status: "writing" } } },
    });
    await vi.waitFor(async () => expect((await sentDrafts(running.store())).length).toBeLessThanOrEqual(2));
    running.server.fault = () => "none";
    await running.from("popup", "sync.now", null);
    await vi.waitFor(() => expect(running.server.mentions.get("x:1")?.draft?.text).toBe("Hello"));
    await vi.waitFor(async () => expect(await running.store().outbox.count()).toBe(0));
    expect(await running.fromPage("card.state", { mentionId: "x:1" })).toMatchObject({ value: { unsentDraft: null, waiting: 0 } });
  });

  it("under a claim that was lost keeps the text and says why", async () => {
    const { fromPage, server, store, from } = await holding();
    const stolen = claimed("1", linh, {
      claim: { holder: { id: linh.id, name: linh.name }, fence: 2, expiresAt: "2026-03-02T12:09:00.000Z", renewals: 0 },
    });
    server.put({ kind: "mention", value: stolen });
    await fromPage("draft.save", draft("precious"));
    await vi.waitFor(async () =>
      expect(await store().outbox.toArray()).toMatchObject([{ refused: "lease_lost", args: { text: "precious" } }]),
    );
    expect(await fromPage("card.state", { mentionId: "x:1" })).toMatchObject({
      value: { unsentDraft: "precious", badge: { state: "other" } },
    });
    const [row] = await store().outbox.toArray();
    expect(await from("popup", "outbox.discard", { operationId: row?.id ?? "" })).toEqual({ ok: true, value: null });
    expect(await store().outbox.count()).toBe(0);
  });
});

describe("placing the reply", () => {
  const insert = { mentionId: "x:1", editor: "[role=textbox]", text: "Hold the button.\nI'm an Acme customer" };

  it("pastes once, into the top frame of the tab that asked, from the page's own world", async () => {
    const { fromPage } = await holding();
    world.onInject = () => true;
    expect(await fromPage("reply.insert", insert, 9)).toEqual({ ok: true, value: { pasted: true } });
    expect(world.injected).toMatchObject([{ target: { tabId: 9, frameIds: [0] }, world: "MAIN", args: [insert.editor, insert.text] }]);
  });

  it("says that it did not when the editor was not there", async () => {
    const { fromPage } = await holding();
    world.onInject = () => false;
    expect(await fromPage("reply.insert", insert)).toEqual({ ok: true, value: { pasted: false } });
  });

  it("is for the holder of the claim only, and only while it runs", async () => {
    const { fromPage, store } = await holding();
    const over = { holder: { id: dana.id, name: dana.name }, fence: 1, expiresAt: iso(noonMs), renewals: 0 };
    for (const other of [claimed("1", dana, { claim: over }), claimed("1", linh), mention("1")]) {
      await store().mentions.put(other);
      expect(await fromPage("reply.insert", insert)).toMatchObject({ ok: false, code: "lease_lost" });
    }
    expect(await fromPage("reply.insert", { ...insert, mentionId: "x:404" })).toMatchObject({ ok: false, code: "lease_lost" });
    expect(world.injected).toEqual([]);
  });

  it("of a newcomer is the very text that was approved, whatever the page asks for", async () => {
    const { fromPage, store } = await holding();
    world.onInject = () => true;
    const newcomer = { ...dana, level: 0 };
    await setMeta(store(), "account", { ...account(), member: newcomer });
    const reply = insert.text;
    const [written = ""] = reply.split("\n");
    const drafted = (status: DraftStatus) =>
      store().mentions.put(claimed("1", dana, { draft: { text: written, status, author: newcomer, updatedAt: iso(noonMs) } }));
    for (const status of ["writing", "in_review", "rejected"] as const) {
      await drafted(status);
      expect(await fromPage("reply.insert", { ...insert, text: reply })).toMatchObject({ ok: false, code: "review_needed" });
    }
    await drafted("approved");
    expect(await fromPage("reply.insert", { ...insert, text: `Do ${reply}` })).toMatchObject({ ok: false, code: "review_needed" });
    expect(world.injected).toEqual([]);
    expect(await fromPage("reply.insert", { ...insert, text: reply })).toEqual({ ok: true, value: { pasted: true } });
  });

  it("into a page that forbids it ends with the clipboard's sentence", async () => {
    const { fromPage } = await holding();
    world.onInject = () => {
      throw new Error("Cannot access contents of the page");
    };
    expect(await fromPage("reply.insert", insert)).toMatchObject({ ok: false, code: "insert_failed" });
  });
});

describe("the card", () => {
  it("is put into the tab once and then only shown", async () => {
    const { fromPage } = await holding();
    world.onInject = () => void world.scripts.set(1, () => true);
    expect(await fromPage("card.open", { mentionId: "x:1" })).toEqual({ ok: true, value: null });
    expect(await fromPage("card.open", { mentionId: "x:1" })).toEqual({ ok: true, value: null });
    expect(world.injected).toMatchObject([{ target: { tabId: 1, frameIds: [0] }, files: ["/card.js"] }]);
    expect(world.told.filter(({ name }) => name === "card.show")).toHaveLength(3);
  });

  it("of a post that nobody knows does not open", async () => {
    const { fromPage } = await holding();
    expect(await fromPage("card.state", { mentionId: "x:404" })).toMatchObject({ ok: false, code: "not_found" });
  });
});

describe("a worker that dies at any step", () => {
  it("loses nothing that was acknowledged", async () => {
    const running = await runningBackground();
    await running.fromPage("post.seen", { post: post("1") });
    running.restart();
    await vi.waitFor(() => expect(running.server.mentions.has("x:1")).toBe(true));
    const taken = (await running.fromPage("claim.take", { mentionId: "x:1" })) as { value: { claim: { fence: number } } };
    running.restart();
    const { fence } = taken.value.claim;
    await running.fromPage("draft.save", { mentionId: "x:1", fence, text: "Hold the button." });
    running.restart();
    await running.fromPage("reply.posted", { mentionId: "x:1", fence, text: "Hold the button.", url: null, proof: "confirmed" });
    running.restart();
    await vi.waitFor(() =>
      expect(running.server.mentions.get("x:1")).toMatchObject({ status: "answered", reply: { text: "Hold the button." } }),
    );
    expect([...running.server.effects.values()].filter((count) => count > 1)).toEqual([]);
  });
});
