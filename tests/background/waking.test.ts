// @vitest-environment node
import { describe, expect, it } from "vitest";
import { isBehind, wakeTarget } from "../../lib/background/waking.ts";
import { usualChoices } from "../../lib/schema/alert-choices.ts";
import type { Profile } from "../../lib/schema/profile.ts";
import { forgetEverything, setMeta } from "../../lib/store/meta.ts";
import { account, noonMs } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

const around = (isWatched: boolean, hasWindow = false) => ({
  isWatched: async () => isWatched,
  hasWindow: async () => hasWindow,
  nowMs: () => noonMs,
});
const [watched, unwatched] = [around(true), around(false)];

describe("the socket", () => {
  it("leads to the member's server while somebody looks, and nowhere when nobody does and nothing waits", async () => {
    const store = await joinedStore();
    expect(await wakeTarget(store, watched)).toMatchObject({ server: account().server });
    expect(await wakeTarget(store, unwatched)).toBeNull();
  });

  it("is there for who wants alerts while the browser has a window, but during a break", async () => {
    const store = await joinedStore();
    const want = async (profile: Partial<Profile>) => {
      const me = account();
      const usual = { languages: null, topics: [], away: null, alerts: usualChoices("UTC") };
      await setMeta(store, "account", { ...me, member: { ...me.member, profile: { ...usual, ...profile } } });
      return [await wakeTarget(store, around(false, true)), await wakeTarget(store, unwatched)].map(Boolean);
    };
    expect(await want({})).toEqual([true, false]);
    expect(await want({ away: { until: null } })).toEqual([false, false]);
    expect(await want({ alerts: null })).toEqual([false, false]);
  });

  it("leads nowhere once the member left", async () => {
    const store = await joinedStore();
    await forgetEverything(store);
    expect(await wakeTarget(store, watched)).toBeNull();
  });
});

describe("a device", () => {
  it("is behind before its first sync, with an older revision, and while something is wrong", async () => {
    const { store } = freshStore();
    expect(await isBehind(store, 3)).toBe(true);
    await setMeta(store, "cursor", { revision: 3 } as never);
    expect(await isBehind(store, 3)).toBe(false);
    expect(await isBehind(store, 4)).toBe(true);
    await setMeta(store, "trouble", { code: "server_unreachable", sinceMs: noonMs } as never);
    expect(await isBehind(store, 3)).toBe(true);
  });
});
