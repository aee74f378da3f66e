// @vitest-environment node
import { describe, expect, it } from "vitest";
import { FanswerError } from "../../lib/schema/errors.ts";
import { getMeta, readSession, setMeta } from "../../lib/store/meta.ts";
import { enqueue } from "../../lib/store/outbox.ts";
import { device } from "../support/device.ts";
import { account, claimed, dana, iso, linh, list, mention, noonMs } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { joinedStore } from "../support/store.ts";

/** A device in the middle of its work. */
async function working() {
  const server = new TestServer(dana);
  server.put({ kind: "mention", value: claimed("1", dana) });
  const draft = { text: "With the reviewers.", status: "in_review", author: dana, updatedAt: iso(noonMs - 60_000), review: null } as const;
  server.put({ kind: "mention", value: mention("2", { draft }) });
  server.put({ kind: "mention", value: mention("3", { draft: { ...draft, author: linh, text: "Somebody else's." } }) });
  const store = await joinedStore();
  await setMeta(store, "consent", { sharing: "ask" });
  await setMeta(store, "languages", ["nb"]);
  const around = device(store, server);
  await around.sync.run();
  return { ...around, server };
}

describe.each(["signed_out", "member_removed"] as const)("a device that is told %s", (code) => {
  it("forgets what it mirrored, keeps the unsent words for their author, and says why", async () => {
    const { store, sync, server, doors } = await working();
    for (let n = 0; n < 9; n++) {
      await enqueue(store, { id: `op-${n}`, name: "mention.dismiss", args: { mentionId: `x:${n}`, reason: "spam" } }, noonMs);
    }
    await enqueue(store, { id: "op-draft", name: "draft.save", args: { mentionId: "x:1", fence: 1, text: "Half a thought" } }, noonMs);
    server.refusal = new FanswerError(code);
    await sync.run({ urgent: true });
    expect(await getMeta(store, "account")).toBeUndefined();
    for (const table of [store.mentions, store.lists, store.outbox, store.sightings]) expect(await table.count(), table.name).toBe(0);
    const kept = (await getMeta(store, "kept")) ?? [];
    expect(kept.map(({ mentionId, text }) => [mentionId, text])).toEqual([
      ["x:2", "With the reviewers."],
      ["x:1", "Half a thought"],
    ]);
    expect(kept[1]?.post?.words).toContain("Acme earbuds");
    expect(await readSession(store)).toMatchObject({
      member: null,
      consented: true,
      languages: ["nb"],
      shutOut: { code, workspace: "Acme" },
    });
    expect(doors.count).toBe(1);
  });

  it("asks the server no more", async () => {
    const { sync, server, clock } = await working();
    server.refusal = new FanswerError(code);
    await sync.run({ urgent: true });
    const { length } = server.requests;
    clock.nowMs += 3_600_000;
    await sync.run({ urgent: true });
    expect(server.requests).toHaveLength(length);
  });
});

describe("a device whose member is paused", () => {
  it("keeps what it has, says why, and goes on when the member may", async () => {
    const { store, sync, server, clock, doors } = await working();
    server.refusal = new FanswerError("member_paused");
    await sync.run({ urgent: true });
    await sync.run({ urgent: true });
    expect(await readSession(store)).toMatchObject({ member: { id: dana.id }, shutOut: { code: "member_paused", workspace: "Acme" } });
    expect(await store.mentions.count()).toBe(3);
    expect(doors.count).toBe(1);
    server.refusal = null;
    clock.nowMs += 600_000;
    await sync.run();
    expect((await readSession(store)).shutOut).toBeUndefined();
    expect(doors.count).toBe(2);
  });
});

it("a token that the server does not know is no reason to forget anything: it may know it again tomorrow", async () => {
  const { store, sync, server } = await working();
  server.refusal = new FanswerError("unauthorized");
  await sync.run({ urgent: true });
  expect(await getMeta(store, "account")).toMatchObject({ token: account().token });
  expect(await store.lists.toArray()).toEqual([list]);
});

it("a member with another role sees what that role sees: the mirror is pulled anew, once", async () => {
  const { store, sync, server } = await working();
  server.put({ kind: "member", value: { ...dana, role: "staff" } });
  const before = server.requests.length;
  await sync.run({ urgent: true });
  expect((await getMeta(store, "account"))?.member.role).toBe("staff");
  expect(await store.mentions.count()).toBe(3);
  expect(server.requests.slice(before).map(({ since }) => since === null)).toEqual([false, true]);
});

it("who is no longer a member stands nowhere by name", async () => {
  const { store, sync, server } = await working();
  server.put({ kind: "member_removed", id: linh.id });
  await sync.run({ urgent: true });
  expect((await store.mentions.get("x:3"))?.draft?.author).toMatchObject({ id: linh.id, name: "" });
  expect((await store.mentions.get("x:1"))?.claim?.holder.name).toBe("Dana");
});
