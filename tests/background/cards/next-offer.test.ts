// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { cardAddress, createAwaitedCards } from "../../../lib/background/cards/awaited-cards.ts";
import { cardState } from "../../../lib/background/cards/card-state.ts";
import { nextOffer, openOffer, takeNext } from "../../../lib/background/cards/next-offer.ts";
import { mostOf } from "../../../lib/schema/limits.ts";
import { keepText } from "../../../lib/store/kept.ts";
import { getMeta, setMeta } from "../../../lib/store/meta.ts";
import { pass } from "../../../lib/store/passed.ts";
import { putMentions } from "../../../lib/store/turns.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { account, claimed, dana, iso, linh, mention, noonMs } from "../../support/samples.ts";
import { joinedStore } from "../../support/store.ts";
import { workerContext } from "../../support/worker-context.ts";

beforeEach(resetBrowser);
const minute = 60_000;

describe("where a card can stand", () => {
  it.each([
    ["on the page of a post that we write to", mention("1"), true],
    ["not on a page that is no post's", mention("1", { permalink: "https://x.com/home" }), false],
    ["not on another site's page", mention("1", { permalink: "https://www.facebook.com/1/posts/2" }), false],
    ["not where replies are copied", mention("1", { site: "reddit", permalink: "https://www.reddit.com/comments/1/" }), false],
    ["not without an address", mention("1", { permalink: null }), false],
  ])("%s", (_, row, can) => {
    expect(cardAddress(row) !== null).toBe(can);
  });
});

describe("a card that is asked for elsewhere", () => {
  const cards = async (nowMs = { value: noonMs }) => {
    const store = await joinedStore();
    await store.mentions.put(mention("1"));
    const ask = vi.fn(async () => null);
    return { store, nowMs, awaited: createAwaitedCards({ community: "one", store, ask: ask as never, nowMs: () => nowMs.value }) };
  };
  const page = { kind: "page" as const, tabId: 101, url: "https://x.com/nilu/status/1" };

  it("opens the post's page, and is shown there until it stands where the member sees it", async () => {
    const { store, awaited } = await cards();
    expect(await awaited.open("x:1")).toBe(true);
    expect(world.created).toEqual(["https://x.com/nilu/status/1"]);
    world.scripts.set(101, () => true);
    await awaited.onPage(page);
    expect(world.told).toEqual([{ tabId: 101, name: "card.show", args: { community: "one", mentionId: "x:1", isAwaited: true } }]);
    await awaited.onSettled("x:1");
    expect(await getMeta(store, "awaitedCards")).toEqual([]);
    await awaited.onPage(page);
    expect(world.told).toHaveLength(1);
  });

  it("goes to the tab that shows the post already", async () => {
    const { awaited } = await cards();
    world.tabs = [{ id: 7, url: "https://x.com/nilu/status/1/", incognito: false }];
    world.scripts.set(7, () => true);
    await awaited.open("x:1");
    expect([world.created, world.activated, world.told.map(({ tabId }) => tabId)]).toEqual([[], [7], [7]]);
  });

  it("is not waited for any more after some minutes, nor shown in another tab", async () => {
    const { awaited, nowMs } = await cards();
    await awaited.open("x:1");
    world.scripts.set(101, () => true).set(3, () => true);
    await awaited.onPage({ ...page, tabId: 3, url: "https://x.com/home" });
    nowMs.value += 5 * minute;
    await awaited.onPage(page);
    await awaited.resume();
    expect(world.told).toEqual([]);
  });

  it("is shown by the next worker when the one before ended", async () => {
    const { awaited } = await cards();
    await awaited.open("x:1");
    world.scripts.set(101, () => true);
    await awaited.resume();
    expect(world.told.map(({ name }) => name)).toEqual(["card.show"]);
  });
});

describe("the post to go on with", () => {
  const waiting = async (...rows: ReturnType<typeof mention>[]) => {
    const store = await joinedStore();
    await putMentions(store, rows, 30);
    return { store, context: workerContext(store) };
  };
  const at = (id: string, priority: number, parts: object = {}) => mention(id, { triage: { ...mention(id).triage, priority }, ...parts });

  it("is the next in the member's languages on whose page a card can stand, and not the one just done", async () => {
    const rows = [
      at("1", 90),
      at("2", 80, { permalink: null }),
      at("3", 70),
      at("4", 95, { lang: "he", triage: { ...mention("4").triage, priority: 95, lang: "he" } }),
    ];
    const { context } = await waiting(...rows);
    expect(await nextOffer(context, "x:1")).toMatchObject({ mention: { id: "x:3" }, isFull: false });
    expect(await nextOffer(context, "x:3")).toMatchObject({ mention: { id: "x:1" } });
  });

  it("is none for who holds as many as they may", async () => {
    const { context } = await waiting(mention("9"), ...["1", "2", "3"].map((id) => claimed(id, dana)));
    expect(await nextOffer(context, "x:1")).toEqual({ mention: null, isFull: true });
  });

  it("is the only one that a page may open", async () => {
    const { store } = await waiting(at("1", 50), mention("2", { status: "answered" }));
    const open = vi.fn(async () => true);
    const context = workerContext(store, { awaitedCards: { open } as never });
    expect([await openOffer(context, "x:2"), await openOffer(context, "x:1")]).toEqual([false, true]);
    expect(open.mock.calls).toEqual([["x:1"]]);
  });

  it("is taken without what the member passed on, of which the server hears only the latest", async () => {
    const store = await joinedStore();
    const ids = Array.from({ length: mostOf.excepted + 1 }, (_, each) => `x:${each}`);
    for (const [each, id] of ids.entries()) await pass(store, id, true, noonMs + each);
    const ask = vi.fn(async (_name: string, _args: object) => mention("1"));
    await takeNext(workerContext(store, { ask: ask as never }), { kind: "popup", tabId: null, url: "", messageId: "m", community: null });
    expect(ask.mock.calls[0]?.[1]).toMatchObject({ languages: ["en"], others: true, except: ids.slice(1) });
  });
});

describe("what the card shows", () => {
  const stateOf = async (prepare: (store: Awaited<ReturnType<typeof joinedStore>>) => Promise<unknown>) => {
    const store = await joinedStore(account(dana));
    await store.mentions.put(claimed("1", dana));
    await prepare(store);
    const tellPresence = vi.fn(async () => {});
    const suggesting = { soon: async () => ({ suggestions: [], isSearching: true }) };
    const draftWriter = { kind: async () => "browser" };
    const context = workerContext(store, { tellPresence, suggesting, draftWriter, ask: async () => null } as never);
    return { state: await cardState(context, "x:1", []), tellPresence };
  };

  it("is the mention with everything around it, and the others learn who looks", async () => {
    const { state, tellPresence } = await stateOf((store) =>
      store.presence.put({ mentionId: "x:1", memberId: linh.id, name: linh.name, doing: "writing", untilMs: noonMs + minute }),
    );
    expect(state).toMatchObject({
      ...{ mention: { id: "x:1" }, me: dana, isSearching: true, others: [{ name: "Linh", doing: "writing" }] },
      ...{ badge: { state: "yours" }, waiting: 0, isOffline: false },
    });
    expect(tellPresence).toHaveBeenCalledWith("x:1");
  });

  it("has the text that was kept, unless the member's draft is newer", async () => {
    const kept = { mentionId: "x:1", text: "Kept.", atMs: noonMs };
    expect((await stateOf((store) => keepText(store, kept))).state.keptText).toBe("Kept.");
    const draft = { text: "Newer.", author: { id: dana.id, name: dana.name }, status: "writing" as const, updatedAt: iso(noonMs + 1) };
    const newer = await stateOf(async (store) => {
      await keepText(store, kept);
      await store.mentions.put(claimed("1", dana, { draft }));
    });
    expect(newer.state.keptText).toBeNull();
  });

  it("says when the server could not be reached", async () => {
    const trouble = { code: "server_unreachable" as const, failures: 1, retryAtMs: noonMs };
    expect((await stateOf((store) => setMeta(store, "trouble", trouble as never))).state.isOffline).toBe(true);
  });
});
