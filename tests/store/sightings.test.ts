// @vitest-environment node
import { describe, expect, it } from "vitest";
import { waitingOperations } from "../../lib/store/outbox.ts";
import { hasNotablyMoved, recordSighting } from "../../lib/store/sightings.ts";
import { iso, mention, noonMs, sighting } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

const day = 24 * 3_600_000;
const counts = (replies: number | null, views: number | null) => ({ replies, reposts: null, likes: null, views });

describe("a sighting", () => {
  it("is stored and queued before it is acknowledged", async () => {
    const store = await joinedStore();
    const seen = await recordSighting(store, sighting("1"), "op-1", noonMs);
    expect(seen).toMatchObject({ isQueued: true, mention: { id: "x:1", status: "open", firstSeenAt: iso(noonMs) } });
    expect(await waitingOperations(store)).toMatchObject([{ id: "op-1", name: "mention.report", mentionId: "x:1", args: sighting("1") }]);
    expect(await store.sightings.get("x:1")).toMatchObject({ atMs: noonMs });
  });

  it("is all or nothing", async () => {
    const store = await joinedStore();
    await recordSighting(store, sighting("1"), "op-1", noonMs);
    // The same operation id breaks the second write of the transaction.
    await expect(recordSighting(store, sighting("2"), "op-1", noonMs)).rejects.toThrow();
    expect(await store.sightings.toCollection().primaryKeys()).toEqual(["x:1"]);
  });

  it("of the same post in two tabs at once is one report", async () => {
    const store = await joinedStore();
    await Promise.all(["op-1", "op-2", "op-3"].map((id) => recordSighting(store, sighting("1"), id, noonMs)));
    expect(await store.outbox.count()).toBe(1);
  });

  it("is reported again when the post notably moved", async () => {
    const store = await joinedStore();
    await recordSighting(store, sighting("1", { counts: counts(0, 40) }), "op-1", noonMs);
    await recordSighting(store, sighting("1", { counts: counts(0, 60) }), "op-2", noonMs);
    await recordSighting(store, sighting("1", { counts: counts(0, 900) }), "op-3", noonMs);
    expect((await waitingOperations(store)).map(({ id }) => id)).toEqual(["op-1", "op-3"]);
  });

  it.each(["answered", "dismissed", "gone"] as const)("of an %s post is not reported, whatever its counts", async (status) => {
    const store = await joinedStore();
    await store.sightings.put({ mentionId: "x:1", counts: counts(0, 1), atMs: noonMs });
    await store.mentions.put(mention("1", { status }));
    await recordSighting(store, sighting("1", { counts: counts(9, 90_000) }), "op-1", noonMs);
    expect(await store.outbox.count()).toBe(0);
  });

  it("of a post that somebody else reported is theirs", async () => {
    const store = await joinedStore();
    await store.mentions.put(mention("1"));
    await recordSighting(store, sighting("1", { counts: counts(9, 90_000) }), "op-1", noonMs);
    expect(await store.outbox.count()).toBe(0);
  });

  it("is forgotten after thirty days", async () => {
    const store = await joinedStore();
    await recordSighting(store, sighting("1"), "op-1", noonMs - 31 * day);
    await recordSighting(store, sighting("2"), "op-2", noonMs - 29 * day);
    await recordSighting(store, sighting("3"), "op-3", noonMs);
    expect(await store.sightings.toCollection().primaryKeys()).toEqual(["x:2", "x:3"]);
  });
});

describe("a notable move", () => {
  it.each([
    [counts(0, 10), counts(1, 10), true],
    [counts(1, 10), counts(2, 10), false],
    [counts(null, 10), counts(3, 10), false],
    [counts(0, 10), counts(0, 109), false],
    [counts(0, 10), counts(0, 110), true],
    [counts(0, 1000), counts(0, 1999), false],
    [counts(0, 1000), counts(0, 2000), true],
    [counts(0, 2000), counts(0, null), false],
  ])("from %j to %j: %s", (before, now, expected) => {
    expect(hasNotablyMoved(before, now)).toBe(expected);
  });
});
