import { beforeEach, describe, expect, it } from "vitest";
import { topicMinutes, topicWindow } from "../../lib/schema/profile.ts";
import { everything, mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;
let amy: TestDevice;

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
  amy = await server().join(ann.workspaceId, "admin");
});

/** What a device knows of a member. */
async function memberSeen(device: TestDevice, id: string) {
  const { changes } = await everything(device);
  return changes.flatMap((change) => (change.kind === "member" && change.value.id === id ? [change.value] : []))[0];
}
const listed = async (id: string) =>
  (await amy.run("people.list", { search: "", role: null, standing: null, order: "name", from: 0 })).members.find((each) => each.id === id);

const others = { away: null, alerts: null, calls: [], newBadges: [], proposals: [] };

describe("what a member says of themselves", () => {
  it("comes to their own devices and to who manages people, and to nobody else", async () => {
    await ann.run("profile.save", { languages: ["nb", "he"], topics: ["Earbuds"] });
    expect((await memberSeen(ann, ann.memberId))?.profile).toEqual({ languages: ["nb", "he"], topics: ["Earbuds"], ...others });
    expect(await memberSeen(sam, ann.memberId)).toEqual({ id: ann.memberId, name: "A advocate", role: "advocate", level: 1 });
    expect(await memberSeen(ben, ann.memberId)).toBeUndefined();
    expect(await listed(ann.memberId)).toMatchObject({ languages: ["nb", "he"], topics: ["Earbuds"], away: null });
    await ann.run("profile.save", { languages: null, topics: [] });
    expect((await memberSeen(ann, ann.memberId))?.profile).toEqual({ languages: null, topics: [], ...others });
  });

  it("is at first what their browsers say", async () => {
    await server().post("/v1/sync", { protocol: 1, since: null, operations: [], languages: ["vi-VN"] }, ann.token);
    expect((await listed(ann.memberId))?.languages).toEqual(["vi"]);
    expect((await memberSeen(ann, ann.memberId))?.profile?.languages).toBeNull();
  });

  it.each([
    { languages: [], topics: [] },
    { languages: ["Norwegian"], topics: [] },
    { languages: Array.from({ length: 21 }, () => "nb"), topics: [] },
    { languages: null, topics: Array.from({ length: 31 }, (_, n) => `t${n}`) },
    { languages: null, topics: ["x".repeat(201)] },
  ])("has bounds (%#)", async (odd) => {
    await expect(ann.run("profile.save", odd)).rejects.toMatchObject({ code: "malformed" });
  });

  it("is forgotten with the member", async () => {
    await ann.run("profile.save", { languages: ["nb"], topics: ["Earbuds"] });
    await ann.run("away.begin", { until: null });
    await amy.run("member.remove", { memberId: ann.memberId });
    const { rows } = await server().deps.pool.query(
      "SELECT name, looks, languages, topics, away_until FROM members WHERE workspace_id = $1 AND member_id = $2",
      [ann.workspaceId, ann.memberId],
    );
    expect(rows).toEqual([{ name: "", looks: [], languages: null, topics: [], away_until: null }]);
  });
});

describe("a break", () => {
  it("gives back what the member holds, with the words on it, and says until when", async () => {
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", { mentionId: "x:1" });
    await ann.run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "Hold it." });
    await ben.run("mention.report", sighting("2"));
    await ben.run("claim.take", { mentionId: "x:2" });
    await ann.run("away.begin", { until: "2026-03-03T00:00:00.000Z" });
    const seen = await mentionsOf(sam);
    expect(seen.get("x:1")).toMatchObject({ status: "open", claim: null, draft: { text: "Hold it." } });
    expect(seen.get("x:2")?.status).toBe("claimed");
    expect((await memberSeen(ann, ann.memberId))?.profile?.away).toEqual({ until: "2026-03-03T00:00:00.000Z" });
    expect((await listed(ann.memberId))?.away).toEqual({ until: "2026-03-03T00:00:00.000Z" });
    // Somebody else may go on with it, and its former holder may not.
    expect((await ben.run("claim.take", { mentionId: "x:1" })).status).toBe("claimed");
    await expect(ann.run("draft.save", { mentionId: "x:1", fence: claim?.fence ?? 0, text: "Mine" })).rejects.toMatchObject({
      code: "lease_lost",
    });
  });

  it("without an end ends when the member says so, with one request", async () => {
    await ann.run("away.begin", { until: null });
    expect((await memberSeen(ann, ann.memberId))?.profile?.away).toEqual({ until: null });
    await ann.run("away.end", {});
    expect((await memberSeen(ann, ann.memberId))?.profile?.away).toBeNull();
  });

  it("is no pause by an admin: the device is let in", async () => {
    await ann.run("away.begin", { until: null });
    expect((await listed(ann.memberId))?.standing).toBe("active");
    await expect(ann.run("mention.report", sighting("7"))).resolves.toMatchObject({ id: "x:7" });
  });

  it("needs a time that there is", async () => {
    await expect(ann.run("away.begin", { until: "soon" })).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("the next post for who knows a topic", () => {
  const minuteMs = 60_000;
  const report = async (id: string, label: string, lang = "en") => {
    const hits = sighting(id).hits.map((hit) => ({ ...hit, label }));
    // As old as it is new here: its age counts otherwise.
    await ben.run("mention.report", sighting(id, { hits, lang, postedAt: server().clock.now().toISOString() }));
  };

  it.each([{ languages: [] }, { languages: ["en"] }])("is one of it that came a bit later ($languages)", async ({ languages }) => {
    await report("1", "Acme");
    server().clock.advance((topicMinutes - 1) * minuteMs);
    await report("2", "Earbuds");
    expect((await ann.run("claim.next", { languages, topics: ["Earbuds", "Cases"] })).id).toBe("x:2");
    expect((await sam.run("claim.next", { languages, topics: [] })).id).toBe("x:1");
  });

  it("is another where that one waits longer than the topic weighs", async () => {
    await report("1", "Acme");
    server().clock.advance((topicMinutes + 1) * minuteMs);
    await report("2", "Earbuds");
    expect((await ann.run("claim.next", { languages: [], topics: ["Earbuds"] })).id).toBe("x:1");
  });

  it("is looked for among the first in turn only", async () => {
    for (let n = 0; n <= topicWindow + 1; n++) await report(`${n}`, n > topicWindow ? "Earbuds" : "Acme");
    expect((await ann.run("claim.next", { languages: [], topics: ["Earbuds"] })).labels).toEqual(["Acme"]);
    expect((await sam.run("claim.next", { languages: [], topics: ["Earbuds"] })).labels).toEqual(["Earbuds"]);
  });

  it("is one for each of many who ask at once, and none twice", async () => {
    for (let n = 0; n < 12; n++) await report(`${n}`, n % 3 === 0 ? "Earbuds" : "Acme");
    const askers = await Promise.all(Array.from({ length: 10 }, () => server().join(ann.workspaceId, "advocate")));
    const got = await Promise.all(askers.map((each, n) => each.run("claim.next", { languages: [], topics: n % 2 ? ["Earbuds"] : [] })));
    expect(new Set(got.map(({ id }) => id)).size).toBe(10);
    expect(got.filter(({ labels }, n) => n % 2 === 1 && labels.includes("Earbuds")).length).toBeGreaterThanOrEqual(1);
  });

  it("is refused as ever where nothing waits", async () => {
    await expect(ann.run("claim.next", { languages: [], topics: ["Earbuds"] })).rejects.toMatchObject({ code: "queue_empty" });
  });
});
