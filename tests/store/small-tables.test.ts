// @vitest-environment node
import { describe, expect, it } from "vitest";
import { keptOffers } from "../../lib/schema/limits.ts";
import type { Presence } from "../../lib/schema/presence.ts";
import { recordFollowUp } from "../../lib/store/follow-ups.ts";
import { getMeta, setMeta } from "../../lib/store/meta.ts";
import { keepOffered, takeOffered } from "../../lib/store/offered.ts";
import { waitingOperations } from "../../lib/store/outbox.ts";
import { keepPresence, othersAt } from "../../lib/store/presence.ts";
import { askUnreadAgain, noteUnread } from "../../lib/store/unread.ts";
import { iso, noonMs, sighting } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

describe("a later post of an author", () => {
  const followUp = { mentionId: "x:1", postId: "2", excerpt: "thanks", url: null, lang: "en" };

  it("is queued once, however often it is seen", async () => {
    const store = await joinedStore();
    expect(await recordFollowUp(store, followUp, "op-1", noonMs)).toBe(true);
    expect(await recordFollowUp(store, followUp, "op-2", noonMs)).toBe(false);
    expect((await waitingOperations(store)).map(({ id, name, args }) => ({ id, name, args }))).toEqual([
      { id: "op-1", name: "mention.follow_up", args: followUp },
    ]);
  });

  it("is another one below another mention", async () => {
    const store = await joinedStore();
    await recordFollowUp(store, followUp, "op-1", noonMs);
    expect(await recordFollowUp(store, { ...followUp, mentionId: "x:9" }, "op-2", noonMs)).toBe(true);
  });
});

describe("what a member was shown of a post", () => {
  it("is given once, as it was shown last", async () => {
    const { store } = freshStore();
    await keepOffered(store, sighting("1", { excerpt: "before" }));
    await keepOffered(store, sighting("1", { excerpt: "after" }));
    expect(await takeOffered(store, "x:1")).toMatchObject({ excerpt: "after" });
    expect(await takeOffered(store, "x:1")).toBeNull();
  });

  it("is kept of the latest posts only", async () => {
    const { store } = freshStore();
    for (let post = 0; post <= keptOffers; post++) await keepOffered(store, sighting(`${post}`));
    expect(await takeOffered(store, "x:0")).toBeNull();
    expect(await takeOffered(store, "x:1")).not.toBeNull();
  });
});

describe("presence", () => {
  const at = (id: string, doing: Presence["doing"], untilMs = noonMs + minute, mentionId = "x:1"): Presence => ({
    ...{ mentionId, doing, until: iso(untilMs) },
    member: { id, name: id },
  });

  it("is kept until it lapses, one row for a member at a mention", async () => {
    const { store } = freshStore();
    await keepPresence(store, [at("mo", "looking", noonMs + 1), at("dana", "looking")], noonMs);
    await keepPresence(store, [at("dana", "writing")], noonMs + 2);
    expect((await store.presence.toArray()).map(({ memberId, doing }) => [memberId, doing])).toEqual([["dana", "writing"]]);
  });

  it("tells of the others at one mention, who writes first, then by name", async () => {
    const { store } = freshStore();
    const all = [at("zoe", "writing"), at("mo", "looking"), at("dana", "looking"), at("me", "writing"), at("ann", "looking", noonMs)];
    await keepPresence(store, [...all, at("lin", "looking", noonMs + minute, "x:2")], noonMs);
    expect(othersAt(await store.presence.toArray(), "x:1", "me", noonMs).map(({ name }) => name)).toEqual(["zoe", "dana", "mo"]);
  });
});

describe("what this version cannot read", () => {
  const cursor = { epoch: "e1", revision: 5 };

  it("is counted, with each place once and the time of the first", async () => {
    const { store } = freshStore();
    await noteUnread(store, [], "1.0", noonMs);
    expect(await getMeta(store, "unread")).toBeUndefined();
    await noteUnread(store, ["change mention status", "presence"], "1.0", noonMs);
    await noteUnread(store, ["presence"], "1.0", noonMs + minute);
    expect(await getMeta(store, "unread")).toEqual({
      ...{ version: "1.0", count: 3, places: ["change mention status", "presence"], sinceMs: noonMs },
    });
  });

  it.each([
    ["at once by another version", "1.1", minute, undefined],
    ["not yet by the same one", "1.0", day - 1, cursor],
    ["after a day by the same one, too", "1.0", day, undefined],
  ])("is asked for again %s", async (_, version, laterMs, expected) => {
    const { store } = freshStore();
    await setMeta(store, "cursor", cursor);
    await noteUnread(store, ["presence"], "1.0", noonMs);
    await askUnreadAgain(store, version, noonMs + laterMs);
    expect(await getMeta(store, "cursor")).toEqual(expected);
  });
});
