// @vitest-environment node
import { describe, expect, it } from "vitest";
import { applyAnswer } from "../../lib/store/apply.ts";
import { forgetEverything, getMeta } from "../../lib/store/meta.ts";
import { forgetOwnWork, keepOwnPage } from "../../lib/store/own-page.ts";
import { ownPage } from "../components/own-samples.ts";
import { account, iso, noonMs } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

const ids = async (store: Awaited<ReturnType<typeof joinedStore>>) =>
  (await getMeta(store, "ownPage"))?.answers.answers.map(({ mentionId }) => mentionId);

describe("what the page of one's own work showed", () => {
  it("is kept without the answers whose posts the server removes", async () => {
    const store = await joinedStore();
    await keepOwnPage(store, ownPage);
    const { token } = account();
    const response = { cursor: { epoch: "e1", revision: 2 }, startOver: false, presence: [], now: iso(noonMs) };
    const removed = { kind: "mention_removed", id: "x:3", revision: 2 } as const;
    await applyAnswer(store, { token, outcomes: [], rows: [], skewMs: 0, response: { ...response, changes: [removed] } });
    expect(await ids(store)).toEqual(["x:1", "facebook:2", "x:4"]);
    await forgetOwnWork(store, "x:elsewhere");
    expect(await ids(store)).toHaveLength(3);
  });

  it("goes when the device starts over, and is not written once nobody is signed in", async () => {
    const store = await joinedStore();
    await keepOwnPage(store, ownPage);
    const response = { cursor: { epoch: "e1", revision: 2 }, startOver: true, presence: [], now: iso(noonMs), changes: [] };
    await applyAnswer(store, { token: account().token, outcomes: [], rows: [], skewMs: 0, response });
    expect(await ids(store)).toBeUndefined();
    await forgetEverything(store);
    await keepOwnPage(store, ownPage);
    expect(await ids(store)).toBeUndefined();
  });
});
