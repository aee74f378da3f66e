// @vitest-environment node
import type { ReadonlySignal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStoreState } from "../../lib/state/open-store.ts";
import { forgetEverything, setMeta, signIn } from "../../lib/store/meta.ts";
import { enqueue, setAside } from "../../lib/store/outbox.ts";
import { viewMentions } from "../../lib/store/views.ts";
import { resetBrowser } from "../support/browser.ts";
import { account, dana, list, mention, noonMs } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

let end = new AbortController();
beforeEach(() => {
  resetBrowser();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Looks at signals as a page that shows them does, until the test ends. */
function show(...signals: readonly ReadonlySignal<unknown>[]): void {
  for (const each of signals)
    end.signal.addEventListener(
      "abort",
      each.subscribe(() => {}),
    );
}

async function setUp() {
  const store = await joinedStore();
  const state = openStoreState(end.signal, viewMentions, store, () => noonMs);
  show(state.mentions, state.lists, state.drifts, state.outbox);
  return { store, state };
}

describe("the store as signals", () => {
  it("begins with nothing known", () => {
    const state = openStoreState(end.signal, viewMentions, freshStore().store, () => noonMs);
    expect([state.session.value, state.mentions.value, state.outbox.value.waiting]).toEqual([null, [], 0]);
  });

  it("follows what happens in it", async () => {
    const { store, state } = await setUp();
    await vi.waitFor(() => expect(state.session.value?.member).toEqual(dana));
    await store.lists.put(list);
    await store.mentions.put(mention("1"));
    await store.drifts.put({ site: "x", posts: 9, readable: 1, missing: ["text"], at: "2026-03-02T12:00:00.000Z" });
    await vi.waitFor(() => {
      expect(state.mentions.value).toEqual([mention("1")]);
      expect(state.lists.value).toEqual([list]);
      expect(state.drifts.value).toHaveLength(1);
    });
    await enqueue(store, { id: "op-1", name: "mention.dismiss", args: { mentionId: "x:1", reason: "spam" } }, noonMs);
    await vi.waitFor(() => expect(state.mentions.value).toMatchObject([{ id: "x:1", status: "dismissed" }]));
  });

  it("reads no posts before something shows them, and no more once nothing does", async () => {
    const store = await joinedStore();
    const view = vi.fn(viewMentions);
    const state = openStoreState(end.signal, view, store, () => noonMs);
    show(state.session);
    await vi.waitFor(() => expect(state.session.value?.member).toEqual(dana));
    expect(view).not.toHaveBeenCalled();
    const hide = state.mentions.subscribe(() => {});
    await store.mentions.put(mention("1"));
    await vi.waitFor(() => expect(state.mentions.value).toEqual([mention("1")]));
    hide();
    const reads = view.mock.calls.length;
    await store.mentions.put(mention("2"));
    await vi.waitFor(async () => expect(await store.mentions.count()).toBe(2));
    expect(view).toHaveBeenCalledTimes(reads);
    show(state.mentions);
    await vi.waitFor(() => expect(state.mentions.value).toHaveLength(2));
  });

  it("says when session, posts and what waits were read", async () => {
    const store = await joinedStore();
    await store.mentions.put(mention("1"));
    const state = openStoreState(end.signal, viewMentions, store, () => noonMs);
    await state.read();
    expect([state.session.value?.member, state.mentions.value]).toEqual([dana, [mention("1")]]);
  });

  it("reads again what could not be read once, and follows it from then on", async () => {
    const store = await joinedStore();
    let fails = true;
    const view = async (of: typeof store) => {
      if (fails) throw new Error("committed too early");
      return viewMentions(of);
    };
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const state = openStoreState(end.signal, view, store, () => noonMs);
    show(state.mentions);
    await vi.waitFor(() => expect(said).toHaveBeenCalled());
    fails = false;
    await store.mentions.put(mention("1"));
    await vi.waitFor(() => expect(state.mentions.value).toEqual([mention("1")]), { timeout: 5_000 });
    await store.mentions.put(mention("2"));
    await vi.waitFor(() => expect(state.mentions.value).toHaveLength(2));
    said.mockRestore();
  });

  it("says so also of a community that the page showed before the store was read", async () => {
    const state = openStoreState(end.signal, viewMentions, freshStore().store, () => noonMs, "Acme");
    await vi.waitFor(() => expect(state.left.value).toBe("Acme"));
  });

  it("says which community was left while it was open, and nothing of it once somebody joins again", async () => {
    const { store, state } = await setUp();
    await vi.waitFor(() => expect(state.session.value?.member).toEqual(dana));
    expect(state.left.value).toBeNull();
    await forgetEverything(store);
    await vi.waitFor(() => expect(state.left.value).toBe("Acme"));
    expect(await store.meta.count()).toBe(0);
    await signIn(store, account());
    await vi.waitFor(() => expect(state.left.value).toBeNull());
  });

  it("says what waits, what was refused with its text, and why nothing is sent", async () => {
    const { store, state } = await setUp();
    await enqueue(store, { id: "op-1", name: "draft.save", args: { mentionId: "x:1", fence: 1, text: "Hello" } }, noonMs);
    await enqueue(store, { id: "op-2", name: "mention.route", args: { mentionId: "x:2", route: "first_line", note: "smoke" } }, noonMs);
    await enqueue(store, { id: "op-3", name: "mention.reopen", args: { mentionId: "x:3" } }, noonMs);
    await setAside(store, "op-1", "lease_lost");
    await setAside(store, "op-2", "forbidden");
    await setMeta(store, "trouble", { code: "server_unreachable", failures: 1, retryAtMs: noonMs });
    await vi.waitFor(() =>
      expect(state.outbox.value).toEqual({
        waiting: 1,
        setAside: [
          { operationId: "op-1", name: "draft.save", mentionId: "x:1", code: "lease_lost", text: "Hello" },
          { operationId: "op-2", name: "mention.route", mentionId: "x:2", code: "forbidden", text: "smoke" },
        ],
        putOffMs: null,
        problem: "server_unreachable",
      }),
    );
  });

  it("shows the server's time, and ends with its signal", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { store, state } = await setUp();
    await setMeta(store, "skewMs", 5_000);
    await vi.waitFor(() => {
      vi.advanceTimersByTime(1_000);
      expect(state.nowMs.value).toBe(noonMs + 5_000);
    });
    end.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(store.isOpen()).toBe(false);
  });
});
