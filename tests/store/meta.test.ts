// @vitest-environment node
import { describe, expect, it } from "vitest";
import { forgetEverything, getMeta, readSession, setMeta, signIn } from "../../lib/store/meta.ts";
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
