// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { endBreakInTime, isOnBreak } from "../../lib/background/breaks.ts";
import { createTellPresence } from "../../lib/background/presence.ts";
import { breakLasts } from "../../lib/schema/profile.ts";
import { getMeta, readLanguages, readSession, setMeta } from "../../lib/store/meta.ts";
import type { Sync } from "../../lib/sync/sync.ts";
import { iso, noonMs } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

const asking = () => vi.fn(async () => null) as unknown as Sync["ask"] & ReturnType<typeof vi.fn>;

/** A device whose member takes a break. */
async function away(until: string | null) {
  const store = await joinedStore();
  const account = await getMeta(store, "account");
  if (!account) throw new Error("joined stores have an account");
  const profile = { languages: ["nb"], topics: ["Earbuds"], away: { until } };
  await setMeta(store, "account", { ...account, member: { ...account.member, profile } });
  return store;
}

describe("a break", () => {
  it("lasts until its end by the server's clock, and open ones until the member comes back", async () => {
    const store = await away(iso(noonMs + 60_000));
    expect(await isOnBreak(store, noonMs)).toBe(true);
    expect(await isOnBreak(store, noonMs + 60_000)).toBe(false);
    await setMeta(store, "skewMs", 60_000);
    expect(await isOnBreak(store, noonMs)).toBe(false);
    expect(await isOnBreak(await away(null), noonMs * 2)).toBe(true);
    expect(breakLasts(null, noonMs)).toBe(false);
  });

  it("is ended by the device once it is over, and not before", async () => {
    const ask = asking();
    const store = await away(iso(noonMs));
    await endBreakInTime(store, ask, noonMs - 1);
    expect(ask).not.toHaveBeenCalled();
    await endBreakInTime(store, ask, noonMs);
    expect(ask).toHaveBeenCalledWith("away.end", {});
    await endBreakInTime(await away(null), ask, noonMs);
    await endBreakInTime(await joinedStore(), ask, noonMs);
    expect(ask).toHaveBeenCalledOnce();
  });

  it("shows the member at no post", async () => {
    const ask = asking();
    await createTellPresence(await away(null), ask, () => noonMs)("x:1");
    expect(ask).not.toHaveBeenCalled();
    await createTellPresence(await joinedStore(), ask, () => noonMs)("x:1");
    expect(ask).toHaveBeenCalledOnce();
  });
});

it("the member's languages go before what this device was told, and the browser's", async () => {
  const store = await away(null);
  await setMeta(store, "languages", ["he"]);
  expect(await readLanguages(store, ["en-GB"])).toEqual(["nb"]);
  expect((await readSession(store)).languages).toEqual(["nb"]);
});
