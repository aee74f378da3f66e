import { beforeEach, describe, expect, it } from "vitest";
import { defaultClock } from "../../lib/schema/clock.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { handOnWorkspace, sweepWorkspace } from "../../server/jobs/sweep.ts";
import { mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;

const ref = { mentionId: "x:1" };
const fenceOf = (mention: Mention): number => mention.claim?.fence ?? 0;
const refused = (code: string) => ({ code });
const sweep = async () => {
  await sweepWorkspace(server().deps, ann.workspaceId);
  await handOnWorkspace(server().deps, ann.workspaceId);
};

beforeEach(async () => {
  [ann, ben, sam] = await team(server(), 1, 0);
  await ann.run("mention.report", sighting("1"));
});

/** Keeps a claim alive for `ms`, as an open page does. */
async function stay(device: TestDevice, fence: number, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += lease.heartbeatMs) {
    server().clock.advance(lease.heartbeatMs);
    await device.run("claim.heartbeat", { ...ref, fence });
  }
}

describe("a claim", () => {
  it("is one member's, for ten minutes", async () => {
    const mention = await ann.run("claim.take", ref);
    expect(mention).toMatchObject({
      status: "claimed",
      claim: { holder: { id: ann.memberId, name: "A advocate" }, fence: 1, renewals: 0 },
    });
    expect(Date.parse(mention.claim?.expiresAt ?? "") - server().clock.now().getTime()).toBe(lease.lengthMs);
    await expect(ben.run("claim.take", ref)).rejects.toMatchObject(refused("lease_held"));
    await expect(sam.run("claim.take", ref)).rejects.toMatchObject(refused("lease_held"));
  });

  it("stays the same when its holder takes it again", async () => {
    const first = await ann.run("claim.take", ref);
    expect(await ann.run("claim.take", ref)).toEqual(first);
  });

  it("ends with its lease, whatever the heartbeat says, and is free at once without a sweep", async () => {
    const fence = fenceOf(await ann.run("claim.take", ref));
    await stay(ann, fence, lease.lengthMs - lease.heartbeatMs);
    server().clock.advance(lease.heartbeatMs);
    await expect(ann.run("claim.heartbeat", { ...ref, fence })).rejects.toMatchObject(refused("lease_lost"));
    expect(fenceOf(await ben.run("claim.take", ref))).toBe(fence + 1);
  });

  it("is lost after two minutes of silence", async () => {
    const fence = fenceOf(await ann.run("claim.take", ref));
    server().clock.advance(lease.silenceMs - 1);
    await expect(ben.run("claim.take", ref)).rejects.toMatchObject(refused("lease_held"));
    server().clock.advance(1);
    await ben.run("claim.take", ref);
    await expect(ann.run("claim.heartbeat", { ...ref, fence })).rejects.toMatchObject(refused("lease_lost"));
  });

  it("is kept by a heartbeat, which is no news to anybody", async () => {
    const taken = await ann.run("claim.take", ref);
    server().clock.advance(lease.silenceMs - 1);
    const kept = await ann.run("claim.heartbeat", { ...ref, fence: fenceOf(taken) });
    server().clock.advance(lease.silenceMs - 1);
    await sweep();
    expect(kept).toEqual(taken);
    await expect(ben.run("claim.take", ref)).rejects.toMatchObject(refused("lease_held"));
  });

  it("is renewed once", async () => {
    const taken = await ann.run("claim.take", ref);
    const renewed = await ann.run("claim.renew", { ...ref, fence: fenceOf(taken) });
    expect(Date.parse(renewed.claim?.expiresAt ?? "") - Date.parse(taken.claim?.expiresAt ?? "")).toBe(lease.lengthMs);
    expect(renewed.revision).toBeGreaterThan(taken.revision);
    await expect(ann.run("claim.renew", { ...ref, fence: fenceOf(taken) })).rejects.toMatchObject(refused("move_not_allowed"));
  });

  it("is given back, also twice", async () => {
    const fence = fenceOf(await ann.run("claim.take", ref));
    const released = await ann.run("claim.release", { ...ref, fence });
    expect(released).toMatchObject({ status: "open", claim: null });
    expect(await ann.run("claim.release", { ...ref, fence })).toEqual(released);
  });

  it("leaves every write of a former holder without effect once somebody else has it", async () => {
    const old = { ...ref, fence: fenceOf(await ann.run("claim.take", ref)) };
    server().clock.advance(lease.silenceMs);
    await ben.run("claim.take", ref);
    const lost = refused("lease_lost");
    await expect(ann.run("draft.save", { ...old, text: "late" })).rejects.toMatchObject(lost);
    await expect(ann.run("reply.posted", { ...old, text: "late", url: null, proof: "confirmed" })).rejects.toMatchObject(lost);
    await expect(ann.run("claim.release", old)).rejects.toMatchObject(lost);
    await expect(ann.run("claim.renew", old)).rejects.toMatchObject(lost);
    expect((await mentionsOf(ben)).get("x:1")).toMatchObject({ status: "claimed", claim: { holder: { id: ben.memberId } }, draft: null });
  });

  it("cannot be written with somebody else's number", async () => {
    const fence = fenceOf(await ann.run("claim.take", ref));
    await expect(ben.run("draft.save", { ...ref, fence, text: "mine" })).rejects.toMatchObject(refused("lease_lost"));
    await expect(ben.run("claim.release", { ...ref, fence })).rejects.toMatchObject(refused("lease_lost"));
  });
});

describe("the limit", () => {
  it("is one for newcomers, three for others, and counts only living claims", async () => {
    for (const id of ["2", "3", "4"]) await ann.run("mention.report", sighting(id));
    await ann.run("claim.take", ref);
    await expect(ann.run("claim.take", { mentionId: "x:2" })).rejects.toMatchObject(refused("claim_limit"));
    await expect(ann.run("claim.next", { languages: [] })).rejects.toMatchObject(refused("claim_limit"));
    server().clock.advance(lease.silenceMs);
    for (const id of ["1", "2", "3"]) await ben.run("claim.take", { mentionId: `x:${id}` });
    await expect(ben.run("claim.take", { mentionId: "x:4" })).rejects.toMatchObject(refused("claim_limit"));
    expect((await ann.run("claim.take", { mentionId: "x:4" })).status).toBe("claimed");
  });

  it("holds when one member claims two at the same moment", async () => {
    for (let round = 0; round < 10; round++) {
      const ids = [`${round}a`, `${round}b`];
      for (const id of ids) await ben.run("mention.report", sighting(id));
      const outcomes = await Promise.allSettled(ids.map((id) => ann.run("claim.take", { mentionId: `x:${id}` })));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      server().clock.advance(lease.lengthMs);
    }
  });
});

describe("the next best", () => {
  const rate = (id: string, priority: number) =>
    server().deps.pool.query("UPDATE mentions SET priority = $3 WHERE workspace_id = $1 AND mention_id = $2", [
      ann.workspaceId,
      id,
      priority,
    ]);
  const take = async (count: number) => {
    const taken = [];
    for (let n = 0; n < count; n++) taken.push((await ben.run("claim.next", { languages: [] })).id);
    return taken;
  };

  it("is by priority, then the longest known, of what waits", async () => {
    for (const id of ["2", "3", "4"]) {
      server().clock.advance(1_000);
      await ann.run("mention.report", sighting(id));
    }
    await rate("x:4", 90);
    expect(await take(3)).toEqual(["x:4", "x:1", "x:2"]);
  });

  it("lets nothing starve: two hours of waiting weigh as much as the highest priority", async () => {
    await rate("x:1", 0);
    server().clock.advance(2 * 60 * 60_000 - 1_000);
    await ann.run("mention.report", sighting("2"));
    await rate("x:2", 100);
    server().clock.advance(2_000);
    await ann.run("mention.report", sighting("3"));
    await rate("x:3", 100);
    expect(await take(3)).toEqual(["x:2", "x:1", "x:3"]);
  });

  it("serves many who ask at the same moment, each within the own limit", async () => {
    for (const id of ["2", "3", "4", "5", "6"]) await ann.run("mention.report", sighting(id));
    const asked = [ann, ben, ann, ben, ben, ben].map((device) => device.run("claim.next", { languages: [] }));
    const outcomes = (await Promise.allSettled(asked)).map((outcome) => (outcome.status === "fulfilled" ? "ok" : outcome.reason.code));
    expect(outcomes.toSorted()).toEqual(["claim_limit", "claim_limit", "ok", "ok", "ok", "ok"]);
    const holders = [...(await mentionsOf(sam)).values()].flatMap(({ claim }) => (claim ? [claim.holder.id] : []));
    expect(holders.toSorted()).toEqual([ann.memberId, ben.memberId, ben.memberId, ben.memberId].toSorted());
  });

  it("speaks the member's languages, or one that could not be told", async () => {
    const speak = (language: string) =>
      server().deps.pool.query("UPDATE mentions SET language = $2 WHERE workspace_id = $1", [ann.workspaceId, language]);
    await speak("he");
    await expect(ann.run("claim.next", { languages: ["en", "nb"] })).rejects.toMatchObject(refused("queue_empty"));
    await speak("unknown");
    expect((await ann.run("claim.next", { languages: ["en"] })).id).toBe("x:1");
  });

  it("speaks another language only where nothing waits in the member's own and they want others too", async () => {
    const speak = (id: string, language: string) =>
      server().deps.pool.query("UPDATE mentions SET language = $3 WHERE workspace_id = $1 AND mention_id = $2", [
        ann.workspaceId,
        id,
        language,
      ]);
    for (const id of ["2", "3"]) await ann.run("mention.report", sighting(id));
    for (const [id, language] of [
      ["x:1", "id"],
      ["x:2", "en"],
      ["x:3", "vi"],
    ] as const) {
      await speak(id, language);
    }
    const wanted = { languages: ["en"], others: true };
    expect((await ben.run("claim.next", wanted)).id).toBe("x:2");
    expect((await ben.run("claim.next", { ...wanted, except: ["x:1"] })).id).toBe("x:3");
    expect((await ben.run("claim.next", wanted)).id).toBe("x:1");
    await expect(sam.run("claim.next", wanted)).rejects.toMatchObject(refused("queue_empty"));
    await expect(ben.run("claim.next", wanted)).rejects.toMatchObject(refused("claim_limit"));
  });

  it("keeps each within the own limit, also when several ask for others at one moment", async () => {
    for (const id of ["2", "3", "4", "5"]) await ann.run("mention.report", sighting(id));
    await server().deps.pool.query("UPDATE mentions SET language = 'id' WHERE workspace_id = $1", [ann.workspaceId]);
    const asked = [ann, ben, ann, ben, ben, ben].map((device) => device.run("claim.next", { languages: ["en"], others: true }));
    const outcomes = (await Promise.allSettled(asked)).map((outcome) => (outcome.status === "fulfilled" ? "ok" : outcome.reason.code));
    expect(outcomes.toSorted()).toEqual(["claim_limit", "claim_limit", "ok", "ok", "ok", "ok"]);
  });

  it("offers nothing that the member passed on", async () => {
    await ann.run("mention.report", sighting("2"));
    expect((await ann.run("claim.next", { languages: [], except: ["x:1"] })).id).toBe("x:2");
    await expect(ben.run("claim.next", { languages: ["en"], except: ["x:1"] })).rejects.toMatchObject(refused("queue_empty"));
    expect((await ben.run("claim.next", { languages: [] })).id).toBe("x:1");
  });

  it("gives staff's posts to staff only", async () => {
    await sam.run("mention.route", { ...ref, route: "second_line", note: "" });
    await expect(ann.run("claim.next", { languages: [] })).rejects.toMatchObject(refused("queue_empty"));
    await expect(ann.run("claim.take", ref)).rejects.toMatchObject(refused("forbidden"));
    const taken = await sam.run("claim.next", { languages: [] });
    expect(taken).toMatchObject({ id: "x:1", status: "claimed", route: "second_line" });
    expect(await sam.run("claim.release", { ...ref, fence: fenceOf(taken) })).toMatchObject({ status: "escalated" });
  });
});

describe("the sweeper", () => {
  it("frees what lapsed, keeps the draft and the number, and tells the devices", async () => {
    const fence = fenceOf(await ann.run("claim.take", ref));
    await ann.run("draft.save", { ...ref, fence, text: "half a thought" });
    const before = (await ann.sync([])).cursor;
    server().clock.advance(lease.silenceMs);
    await sweep();
    const { changes } = await ben.sync([], before);
    expect(changes).toMatchObject([{ kind: "mention", value: { status: "open", claim: null, draft: { text: "half a thought" } } }]);
    expect(await ann.run("draft.save", { ...ref, fence, text: "a whole thought" })).toMatchObject({ draft: { text: "a whole thought" } });
    expect(fenceOf(await ben.run("claim.take", ref))).toBe(fence + 1);
  });

  it("hands on what nobody took for half an hour, and says so", async () => {
    await ann.run("mention.report", sighting("2"));
    await ann.run("claim.take", { mentionId: "x:2" });
    server().clock.advance(defaultClock.communityMinutes * 60_000 - 1);
    await sweep();
    expect((await mentionsOf(ann)).get("x:1")).toMatchObject({ status: "open" });
    server().clock.advance(1);
    await sweep();
    const seen = await mentionsOf(sam);
    expect(seen.get("x:1")).toMatchObject({ status: "escalated", route: "first_line" });
    expect(seen.get("x:1")?.triage.reasons).toContainEqual({ code: "waiting", words: [], value: 30 });
    expect(seen.get("x:2")).toMatchObject({ status: "open", route: "community" });
  });

  it("gives every row it moves a revision of its own", async () => {
    for (let n = 2; n <= 20; n++) await ann.run("mention.report", sighting(String(n)));
    const before = (await ann.sync([])).cursor;
    server().clock.advance(defaultClock.communityMinutes * 60_000);
    await sweep();
    const { changes, cursor } = await ann.sync([], before);
    const revisions = changes.flatMap((change) => (change.kind === "mention" ? [change.value.revision] : []));
    expect(revisions).toEqual(Array.from({ length: 20 }, (_, n) => before.revision + 1 + n));
    expect(cursor.revision).toBe(before.revision + 20);
  });
});
