// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { createAnnounce } from "../../lib/background/announce.ts";
import { showCount } from "../../lib/background/toolbar.ts";
import type { Store } from "../../lib/store/database.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { hosts, resetBrowser, world } from "../support/browser.ts";
import { account, claimed, dana, linh, mention, noonMs } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

beforeEach(() => {
  resetBrowser();
  world.tabs = [{ id: 1, url: "https://x.com/home", incognito: false }];
  world.scripts.set(1, () => true);
});

/** Announces, and resolves once everybody was told. */
async function announcing(store: Store, by: (announce: ReturnType<typeof createAnnounce>) => void): Promise<void> {
  const work: Promise<unknown>[] = [];
  by(
    createAnnounce({
      community: "one",
      owner: async () => ({ community: "one", brand: "Acme" }),
      store,
      hosts,
      nowMs: () => noonMs,
      spawn: (each) => work.push(each),
      showCount: () => showCount([store], noonMs),
    }),
  );
  await Promise.all(work);
}
const told = (name: string) => world.told.filter((each) => each.name === name).map(({ args }) => args);

describe("what became of mentions", () => {
  it("reaches badges and cards; one that is gone is shown as done with", async () => {
    const store = await joinedStore();
    await store.mentions.bulkPut([claimed("1", linh), mention("2")]);
    await announcing(store, (announce) => announce.mentions(["x:1", "x:9"]));
    expect(told("badge.update")).toEqual([
      [
        expect.objectContaining({ mentionId: "x:1", state: "other", who: "Linh", community: "one", brand: "Acme" }),
        expect.objectContaining({ mentionId: "x:9", state: "dismissed" }),
      ],
    ]);
    expect(told("card.refresh")).toEqual([{ community: "one", mentionIds: ["x:1", "x:9"] }]);
  });

  it("is told to nobody where nobody is signed in, or nothing moved", async () => {
    await announcing(freshStore().store, (announce) => announce.mentions(["x:1"]));
    await announcing(await joinedStore(), (announce) => announce.mentions([]));
    expect(world.told).toEqual([]);
  });
});

describe("the number in the toolbar", () => {
  it("adds up what waits in all communities", async () => {
    const [one, other] = [await joinedStore(), await joinedStore()];
    await one.mentions.bulkPut([claimed("1", dana)]);
    await other.mentions.bulkPut([claimed("1", dana), claimed("2", dana)]);
    await showCount([one, other, freshStore().store], noonMs);
    expect(world.badgeText).toBe("3");
  });

  it("counts what a member holds, and for staff what waits for staff", async () => {
    const rows = [claimed("1", dana), mention("2"), mention("3", { status: "escalated", route: "first_line" })];
    const advocate = await joinedStore();
    await advocate.mentions.bulkPut(rows);
    await announcing(advocate, (announce) => announce.mentions(["x:1"]));
    expect(world.badgeText).toBe("1");
    const staff = await joinedStore(account(linh));
    await staff.mentions.bulkPut(rows.slice(1));
    await announcing(staff, (announce) => announce.mentions(["x:2"]));
    expect(world.badgeText).toBe("1");
    await staff.mentions.clear();
    await announcing(staff, (announce) => announce.mentions(["x:2"]));
    expect(world.badgeText).toBe("");
  });
});

describe("lists, consent or membership", () => {
  it("make every page begin anew", async () => {
    await announcing(await joinedStore(), (announce) => announce.moved({ mentionIds: [], settings: true }));
    expect(world.told.map(({ name }) => name)).toEqual(["page.restart"]);
  });

  it("leave nothing of ours on pages where nobody is signed in any more", async () => {
    const { store } = freshStore();
    await setMeta(store, "consent", { sharing: "all" });
    await announcing(store, (announce) => announce.restart());
    expect(world.told.map(({ name }) => name)).toEqual(["page.leave", "page.restart"]);
  });
});
