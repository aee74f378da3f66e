// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createCommunities } from "../../lib/background/communities.ts";
import { openCommunity } from "../../lib/background/community.ts";
import { openStore, type Store } from "../../lib/store/database.ts";
import { firstCommunity } from "../../lib/store/membership.ts";
import { getMeta, setMeta } from "../../lib/store/meta.ts";
import { QuietSocket } from "../support/background.ts";
import { hosts, resetBrowser } from "../support/browser.ts";
import { account, dana, noonMs } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { freshRegistry, freshStore, joinedStore } from "../support/store.ts";

beforeEach(() => {
  resetBrowser();
  QuietSocket.opened = [];
});

function device(first: Store = freshStore().store) {
  const registry = freshRegistry();
  const ended: string[] = [];
  let last = 0;
  const open = (id: string) => ({
    id,
    store: id === firstCommunity ? first : openStore(`${registry.name} ${id}`),
    async end() {
      ended.push(id);
      await this.store.delete();
    },
  });
  const begin = () => createCommunities({ registry, newId: () => String(++last), open });
  return { ended, begin };
}

describe("the communities of a device", () => {
  it("are opened once each; nobody is answered for one that it is not in", async () => {
    const communities = device().begin();
    expect(await communities.of(null)).toBe(await communities.of(firstCommunity));
    await expect(communities.of("fanswer of nobody")).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("get one more in the place in which nobody is, and another one where everybody joined", async () => {
    const store = freshStore().store;
    const communities = device(store).begin();
    expect((await communities.begin()).id).toBe(firstCommunity);
    await setMeta(store, "account", account());
    const second = await communities.begin();
    expect(second.id).not.toBe(firstCommunity);
    expect((await communities.begin()).id).toBe(second.id);
    // What it says of a community that was left must not go with the next one.
    await setMeta(second.store, "ended", { code: "member_removed", workspace: "Delta" });
    expect((await communities.begin()).id).not.toBe(second.id);
  });

  it("count as joined where their member agreed and is let in", async () => {
    const store = await joinedStore();
    const communities = device(store).begin();
    const second = await communities.begin();
    expect((await communities.joined()).map(({ id }) => id)).toEqual([firstCommunity]);
    await setMeta(second.store, "account", account());
    expect(await communities.joined()).toHaveLength(1);
    await setMeta(second.store, "consent", { sharing: "ask" });
    expect(await communities.joined()).toHaveLength(2);
    await setMeta(store, "trouble", { code: "member_paused", failures: 1, retryAtMs: 0 });
    expect((await communities.joined()).map(({ id }) => id)).toEqual([second.id]);
  });

  it("stay chosen for the next worker, and the others stay as they were when one is dropped", async () => {
    const store = await joinedStore();
    const { begin, ended } = device(store);
    const communities = begin();
    const second = await communities.begin();
    await communities.choose(second.id);
    const later = begin();
    expect((await later.of(null)).id).toBe(second.id);
    await later.drop(second.id);
    expect(ended).toEqual([second.id]);
    expect((await later.of(null)).id).toBe(firstCommunity);
    expect(await getMeta(store, "account")).toEqual(account());
    await later.drop(firstCommunity);
    expect(ended).toEqual([second.id]);
  });
});

describe("one community", () => {
  it("has its own exchange and socket, and ends alone", async () => {
    const server = new TestServer(dana);
    const open = async (id: string) => {
      const [store, life] = [await joinedStore(), new AbortController()];
      const community = openCommunity({
        id,
        store,
        fetch: server.fetch,
        WebSocket: QuietSocket as unknown as typeof WebSocket,
        random: () => 0.5,
        hosts,
        nowMs: () => noonMs,
        newId: () => crypto.randomUUID(),
        languages: () => ["en"],
        isWatched: async () => true,
        hasWindow: async () => true,
        board: { isAllowed: async () => false, show: async () => {}, clear: async () => {}, ids: async () => [] },
        triageModel: async () => null,
        owner: async () => ({ community: id }),
        showCount: async () => {},
        signal: life.signal,
      });
      community.context.sync();
      await vi.waitFor(async () => expect(await getMeta(store, "cursor")).toBeDefined());
      return { community, life };
    };
    const [one, other] = [await open("one"), await open("other")];
    await vi.waitFor(() => expect(QuietSocket.opened).toHaveLength(2));
    expect([one.community.context.community, other.community.context.community]).toEqual(["one", "other"]);
    one.life.abort();
    expect(QuietSocket.opened.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });
});
