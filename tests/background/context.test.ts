// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { act, askServer, requireAccount, serverNowMs } from "../../lib/background/context.ts";
import { joinWith } from "../../lib/background/joining.ts";
import { knownMention } from "../../lib/background/known-mention.ts";
import { createSpawn } from "../../lib/background/spawn.ts";
import { getMeta, setMeta } from "../../lib/store/meta.ts";
import { waitingOperations } from "../../lib/store/outbox.ts";
import { account, dana, mention, noonMs } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { freshStore, joinedStore } from "../support/store.ts";
import { workerContext } from "../support/worker-context.ts";

const call = { kind: "popup" as const, tabId: null, url: "", messageId: "message-1", community: null };

describe("whom the worker acts for", () => {
  it("is known only after consent and joining", async () => {
    const { store } = freshStore();
    await expect(requireAccount(workerContext(store))).rejects.toMatchObject({ code: "consent_needed" });
    await setMeta(store, "consent", { sharing: "all" });
    await expect(requireAccount(workerContext(store))).rejects.toMatchObject({ code: "unauthorized" });
    await setMeta(store, "account", account());
    expect((await requireAccount(workerContext(store))).member).toEqual(dana);
  });
});

describe("what a member does", () => {
  const announce = () => ({ mentions: vi.fn(), restart: vi.fn(async () => {}), moved: vi.fn() });

  it("is on disk under the message's id, in the server's time, then shown and sent", async () => {
    const store = await joinedStore();
    await setMeta(store, "skewMs", 5_000);
    const [told, sync] = [announce(), vi.fn()];
    const context = workerContext(store, { announce: told, sync });
    expect(await serverNowMs(context)).toBe(noonMs + 5_000);
    await act(context, "mention.dismiss", { mentionId: "x:1", reason: "spam" }, call);
    expect(await waitingOperations(store)).toMatchObject([{ id: "message-1", name: "mention.dismiss", atMs: noonMs + 5_000 }]);
    expect(told.mentions).toHaveBeenCalledWith(["x:1"]);
    expect(sync).toHaveBeenCalledOnce();
    await act(context, "mention.dismiss", { mentionId: "x:1", reason: "spam" }, call);
    expect(await waitingOperations(store)).toHaveLength(1);
  });

  it("is asked of the server under the message's id where it cannot wait", async () => {
    const ask = vi.fn(async () => mention("1"));
    const context = workerContext(await joinedStore(), { ask: ask as never });
    expect(await askServer(context, "mention.get", { mentionId: "x:1" }, call)).toMatchObject({ id: "x:1" });
    expect(ask).toHaveBeenCalledWith("mention.get", { mentionId: "x:1" }, "message-1");
  });
});

describe("a mention", () => {
  it("that this device holds is not asked for; another one is, once", async () => {
    const store = await joinedStore();
    await store.mentions.put(mention("1"));
    const ask = vi.fn(async () => store.mentions.put(mention("2")));
    const knowing = { store, ask: ask as never };
    expect(await knownMention(knowing, "x:1")).toMatchObject({ id: "x:1" });
    expect(ask).not.toHaveBeenCalled();
    expect(await knownMention(knowing, "x:2")).toMatchObject({ id: "x:2" });
    expect(ask.mock.calls).toEqual([["mention.get", { mentionId: "x:2" }]]);
  });
});

describe("joining", () => {
  const invitation = "https://acme.example/join#welcome-code";

  it("needs consent before anything is sent", async () => {
    const fetch = vi.fn();
    const context = workerContext(freshStore().store, { fetch, newId: () => crypto.randomUUID() });
    await expect(joinWith({ id: "one", context }, [], invitation, "Dana")).rejects.toMatchObject({ code: "consent_needed" });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("signs this device in, and is one joining however often its answer is lost", async () => {
    const { store } = freshStore();
    await setMeta(store, "consent", { sharing: "ask" });
    const server = new TestServer(dana);
    server.fault = () => "lost_after";
    const context = workerContext(store, { fetch: server.fetch, newId: () => crypto.randomUUID() });
    await expect(joinWith({ id: "one", context }, [], invitation, "Dana")).rejects.toMatchObject({ code: "server_unreachable" });
    server.fault = () => "none";
    await joinWith({ id: "one", context }, [], invitation, "Dana");
    expect((await getMeta(store, "account"))?.server).toBe("https://acme.example");
    expect(new Set(server.joinIds).size).toBe(1);
    expect(server.joinIds).toHaveLength(2);
  });
});

describe("work that nobody waits for", () => {
  it("tells its failures until the worker ends", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const end = new AbortController();
    const spawn = createSpawn(end.signal);
    spawn(Promise.reject(new Error("told")));
    await vi.waitFor(() => expect(error).toHaveBeenCalledOnce());
    end.abort();
    spawn(Promise.reject(new Error("not told")));
    await new Promise((resolve) => setTimeout(resolve));
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });
});
