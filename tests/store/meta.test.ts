// @vitest-environment node
import { describe, expect, it } from "vitest";
import { applyAnswer } from "../../lib/store/apply.ts";
import { takeBatch } from "../../lib/store/batch.ts";
import { forgetEverything, getMeta, readLanguages, readSession, saveLanguages, setMeta, signIn } from "../../lib/store/meta.ts";
import { recordSighting } from "../../lib/store/sightings.ts";
import { account, dana, mention, noonMs, sighting, workspace } from "../support/samples.ts";
import { freshStore, joinedStore } from "../support/store.ts";

describe("the session", () => {
  it("is nobody's, and shares nothing unasked, at first", async () => {
    const { store } = freshStore();
    expect(await readSession(store)).toEqual({ server: "", consented: false, sharing: "ask", member: null, workspace: null });
  });

  it("names the member and never the token", async () => {
    const session = await readSession(await joinedStore());
    expect(session).toEqual({ server: "https://acme.example", consented: true, sharing: "all", member: dana, workspace });
    expect(JSON.stringify(session)).not.toContain(account().token);
  });
});

describe("what the member reads", () => {
  it("is what the browser says until the member says otherwise, and again when they take it back", async () => {
    const store = await joinedStore();
    const reads = () => readLanguages(store, ["en-GB", "en", "nb"]);
    expect(await reads()).toEqual(["en", "nb"]);
    await saveLanguages(store, ["vi"]);
    expect([await reads(), (await readSession(store)).languages]).toEqual([["vi"], ["vi"]]);
    await saveLanguages(store, null);
    expect([await reads(), (await readSession(store)).languages]).toEqual([["en", "nb"], undefined]);
  });

  it("brings the queue in it with the next sync, and asks once", async () => {
    const store = await joinedStore();
    await saveLanguages(store, ["vi"]);
    expect(await takeBatch(store)).toMatchObject({ refill: true });
    const response = { changes: [], cursor: { epoch: "e1", revision: 1 }, startOver: false, presence: [], now: "2026-03-02T12:00:00.000Z" };
    const answer = { token: account().token, outcomes: [], rows: [], skewMs: 0 };
    await applyAnswer(store, { ...answer, response });
    expect(await takeBatch(store), "no queue came with it").toMatchObject({ refill: true });
    await applyAnswer(store, { ...answer, response: { ...response, beyond: false } });
    expect(await takeBatch(store)).toMatchObject({ refill: false });
  });
});

describe("joining", () => {
  it("the same workspace again keeps what waits", async () => {
    const store = await joinedStore();
    await recordSighting(store, sighting("1"), "op-1", noonMs);
    await setMeta(store, "trouble", { code: "unauthorized", failures: 3, retryAtMs: noonMs });
    await signIn(store, { ...account(), token: "another".padEnd(43, "x") });
    expect(await store.outbox.count()).toBe(1);
    expect(await getMeta(store, "trouble")).toBeUndefined();
  });

  it("another workspace brings nothing of the former one along", async () => {
    const store = await joinedStore();
    await recordSighting(store, sighting("1"), "op-1", noonMs);
    await store.mentions.put(mention("2"));
    await setMeta(store, "cursor", { epoch: "e1", revision: 4 });
    await signIn(store, { ...account(), server: "https://other.example" });
    expect([await store.outbox.count(), await store.mentions.count(), await store.sightings.count()]).toEqual([0, 0, 0]);
    expect(await getMeta(store, "cursor")).toBeUndefined();
    expect(await readSession(store)).toMatchObject({ consented: true, server: "https://other.example" });
  });

  it("is undone by forgetting everything", async () => {
    const store = await joinedStore();
    await recordSighting(store, sighting("1"), "op-1", noonMs);
    await forgetEverything(store);
    for (const table of store.tables) expect(await table.count(), table.name).toBe(0);
  });
});
