// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { alertId, createAlerts, readAlertId } from "../../../lib/background/alerts/alerts.ts";
import { currentGroups, readAlertView } from "../../../lib/background/alerts/view.ts";
import { usualChoices } from "../../../lib/schema/alert-choices.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { Profile } from "../../../lib/schema/profile.ts";
import type { Store } from "../../../lib/store/database.ts";
import { forgetEverything, getMeta, setMeta } from "../../../lib/store/meta.ts";
import { pass } from "../../../lib/store/passed.ts";
import { account, claimed, dana, iso, linh, mention, noonMs } from "../../support/samples.ts";
import { joinedStore } from "../../support/store.ts";

const call = (id: string) => ({ mentionId: `x:${id}`, kind: "post", at: iso(noonMs) });
let store: Store;
let shown: Map<string, number>;
let isAllowed: boolean;
let nowMs: number;

beforeEach(async () => {
  store = await joinedStore();
  shown = new Map();
  isAllowed = true;
  nowMs = noonMs;
});

const board = {
  isAllowed: async () => isAllowed,
  show: async (id: string, { alerts }: { alerts: readonly unknown[] }) => void shown.set(id, alerts.length),
  clear: async (id: string) => void shown.delete(id),
  ids: async () => [...shown.keys()],
};
const alerts = () => createAlerts({ community: "one", owner: async () => ({ community: "one" }), store, nowMs: () => nowMs, board });

/** The member as the server says that they are, and posts of this device. */
async function given(profile: Partial<Profile>, ...mentions: readonly Mention[]): Promise<void> {
  const usual = { languages: null, topics: [], away: null, alerts: usualChoices("UTC"), calls: [] };
  await setMeta(store, "account", account({ ...dana, profile: { ...usual, ...profile } }));
  await store.mentions.bulkPut(mentions);
}

describe("a member who wants alerts", () => {
  it("is shown what they are called to, in one notification, once", async () => {
    await given({ calls: [call("1"), call("2")] }, mention("1"), mention("2"));
    await alerts().tend();
    expect([...shown]).toEqual([["one post.en", 2]]);
    shown.clear();
    await alerts().tend();
    expect([...shown]).toEqual([]);
  });

  it("with a thousand posts waiting is shown one notification for those that they are called to", async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => mention(`${n}`));
    await given({ calls: Array.from({ length: 20 }, (_, n) => call(`${n}`)) }, ...many);
    await alerts().tend();
    expect([...shown]).toEqual([["one post.en", 20]]);
  });

  it("is not shown what they passed on, and what is over goes away", async () => {
    await given({ calls: [call("1"), call("2")] }, mention("1"), mention("2"));
    await pass(store, "x:2", true, noonMs);
    await alerts().tend();
    expect([...shown]).toEqual([["one post.en", 1]]);
    await store.mentions.put(claimed("1", linh));
    await alerts().tend();
    expect([...shown]).toEqual([]);
  });

  it("whose browser shows nothing is told later, when it does", async () => {
    isAllowed = false;
    await given({ calls: [call("1")] }, mention("1"));
    await alerts().tend();
    expect(await getMeta(store, "alerts")).toBeUndefined();
    isAllowed = true;
    await alerts().tend();
    expect([...shown.keys()]).toEqual(["one post.en"]);
  });

  it("is shown nothing of a community that they left, and what is shown of it goes", async () => {
    await given({ calls: [call("1")] }, mention("1"));
    await alerts().tend();
    shown.set("other post.en", 1);
    await forgetEverything(store);
    await alerts().tend();
    expect([...shown.keys()]).toEqual(["other post.en"]);
    shown.set("one thanks", 1);
    await alerts().clear();
    expect([...shown.keys()]).toEqual(["other post.en"]);
  });

  it("is told once however often it is looked at meanwhile", async () => {
    await given({ calls: [call("1")] }, mention("1"));
    const show = vi.spyOn(board, "show");
    const one = alerts();
    await Promise.all([one.tend(), one.tend(), one.tend()]);
    expect(show).toHaveBeenCalledTimes(1);
    show.mockRestore();
  });
});

describe("who wants none", () => {
  it("is shown nothing, and nothing is looked at", async () => {
    await given({ alerts: null, calls: [call("1")] }, mention("1"));
    await alerts().tend();
    expect([...shown]).toEqual([]);
    expect(await readAlertView(store, noonMs)).toBeNull();
    expect(await currentGroups(store, noonMs)).toEqual([]);
  });
});

it("a notification's id says whose and what it is, and no other id does", () => {
  expect(readAlertId(alertId("one", "post.nb"))).toEqual({ community: "one", groupId: "post.nb" });
  expect(["", "one", "one post nb", " post"].map(readAlertId)).toEqual([null, null, null, null]);
});
