// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { getMeta, setMeta } from "../../../lib/store/meta.ts";
import { runningBackground } from "../../support/background.ts";
import { resetBrowser, world } from "../../support/browser.ts";
import { mention, noonMs } from "../../support/samples.ts";

beforeEach(resetBrowser);
const permalink = "https://x.com/dana_k/status/1900000000000000011";
const one = mention("1900000000000000011", { permalink });

/** A member who holds the post, and a tab whose scripts hear everything. */
async function running() {
  const background = await runningBackground();
  await background.store().mentions.put(one);
  return background;
}
const shown = () => world.told.filter(({ name }) => name === "card.show");
/** The page at this address is loaded in the tab, and our script there begins. */
const load = async (background: Awaited<ReturnType<typeof running>>, tabId: number, url: string) => {
  world.tabs = [...world.tabs.filter(({ id }) => id !== tabId), { id: tabId, url, incognito: false }];
  world.scripts.set(tabId, () => true);
  await background.fromPage("page.start", { site: "x" }, tabId);
};

describe("a card that is asked for away from its post", () => {
  it("is opened with the post's page, once that begins", async () => {
    const background = await running();
    expect(await background.from("popup", "card.seek", { mentionId: one.id })).toEqual({ ok: true, value: { opened: true } });
    expect(world.created).toEqual([permalink]);
    expect(shown()).toEqual([]);
    await load(background, 101, permalink);
    await vi.waitFor(() =>
      expect(shown()).toEqual([{ tabId: 101, name: "card.show", args: { community: "fanswer", mentionId: one.id, isAwaited: true } }]),
    );
  });

  it("is not forgotten when the worker ends, nor when the site asks for a password first", async () => {
    const background = await running();
    await background.from("sidepanel", "card.seek", { mentionId: one.id });
    background.restart();
    await load(background, 101, "https://x.com/i/flow/login");
    background.restart();
    await load(background, 101, permalink);
    await vi.waitFor(() => expect(shown().length).toBeGreaterThanOrEqual(2));
    expect(shown().every(({ tabId }) => tabId === 101)).toBe(true);
  });

  it("is shown in the page that was opened when the worker ended before it knew its tab", async () => {
    const background = await running();
    await setMeta(background.store(), "awaitedCards", [{ mentionId: one.id, url: permalink, tabId: null, atMs: noonMs }]);
    await load(background, 7, "https://x.com/home");
    await load(background, 8, `${permalink}?s=20`);
    await vi.waitFor(() => expect(shown().map(({ tabId }) => tabId)).toEqual([8]));
  });

  it("is shown by the next worker when the one before ended while it put the card there", async () => {
    const background = await running();
    // The first worker has begun, and found nothing.
    await background.from("popup", "session.get", null);
    world.tabs.push({ id: 101, url: permalink, incognito: false });
    world.scripts.set(101, () => true);
    await setMeta(background.store(), "awaitedCards", [{ mentionId: one.id, url: permalink, tabId: 101, atMs: noonMs }]);
    expect(shown()).toEqual([]);
    background.restart();
    await vi.waitFor(() => expect(shown().map(({ tabId }) => tabId)).toEqual([101]));
  });

  it("is waited for no more once it stands there, or after five minutes", async () => {
    const background = await running();
    await background.from("popup", "card.seek", { mentionId: one.id });
    await background.fromPage("card.settled", { mentionId: one.id }, 1);
    expect(await getMeta(background.store(), "awaitedCards")).toEqual([]);
    await setMeta(background.store(), "awaitedCards", [{ mentionId: one.id, url: permalink, tabId: 101, atMs: noonMs - 300_001 }]);
    await load(background, 101, permalink);
    expect(shown()).toEqual([]);
  });

  it("comes in the tab that shows the post already", async () => {
    const background = await running();
    world.tabs.push({ id: 9, url: `${permalink}/?ref=home`, incognito: false });
    world.scripts.set(9, () => true);
    await background.from("popup", "card.seek", { mentionId: one.id });
    expect([world.created, world.activated, shown().map(({ tabId }) => tabId)]).toEqual([[], [9], [9]]);
  });

  it.each([
    ["no address", null],
    ["an address elsewhere", "https://x.com@evil.example/dana_k/status/1"],
    ["no post's address", "https://x.com/home"],
    ["another site's", "https://www.reddit.com/r/a/comments/abc/t/"],
  ])("is refused for %s, and nothing is opened", async (_, address) => {
    const background = await running();
    await background.store().mentions.put(mention("1900000000000000011", { permalink: address }));
    expect(await background.from("popup", "card.seek", { mentionId: one.id })).toEqual({ ok: true, value: { opened: false } });
    expect(world.created).toEqual([]);
  });

  it("is nobody's to ask for but the extension's own pages'", async () => {
    const background = await running();
    expect(await background.fromPage("card.seek", { mentionId: one.id })).toMatchObject({ ok: false, code: "forbidden" });
  });
});
