// @vitest-environment node
import { describe, expect, it } from "vitest";
import { isBehind, wakeTarget } from "../../lib/background/waking.ts";
import { forgetEverything, setMeta } from "../../lib/store/meta.ts";
import { account, noonMs } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

const watched = async () => true;
const unwatched = async () => false;

describe("the socket", () => {
  it("leads to the member's server while somebody looks, and nowhere when nobody does and nothing waits", async () => {
    const store = await joinedStore();
    expect(await wakeTarget(store, watched)).toMatchObject({ server: account().server });
    expect(await wakeTarget(store, unwatched)).toBeNull();
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
