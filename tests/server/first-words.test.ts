import { beforeEach, describe, expect, it } from "vitest";
import { mentionsOf, sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;
const ref = { mentionId: "x:1" };
const threat = "I will burn the acme office down tonight, all of you will see what comes of it, nobody helps me anyway and never did";

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
});

describe("the words of whoever reported a post first", () => {
  it("stand against one other member, however often and with whatever length", async () => {
    const first = await ann.run("mention.report", sighting("1"));
    const other = {
      excerpt: threat,
      author: { handle: "somebodyelse", name: "Else", verified: true },
      postedAt: "2026-03-01T09:30:00.000Z",
    };
    for (let n = 0; n < 3; n++) await ben.run("mention.report", sighting("1", other));
    const now = (await mentionsOf(ann)).get("x:1");
    expect(now).toMatchObject({ excerpt: first.excerpt, author: first.author, postedAt: first.postedAt, route: "community" });
  });

  it("give way to what two others say alike, each for itself", async () => {
    await ann.run("mention.report", sighting("1"));
    const edited = "Does the acme app work on old tablets too?";
    await ben.run("mention.report", sighting("1", { excerpt: edited, author: { handle: "one", name: null, verified: null } }));
    await sam.run("mention.report", sighting("1", { excerpt: edited, author: { handle: "two", name: null, verified: null } }));
    expect((await mentionsOf(ann)).get("x:1")).toMatchObject({ excerpt: edited, author: { handle: "someone" } });
  });

  it("are not replaced by the same member's other words, and go on with more of the same text", async () => {
    const begun = "Does the acme app work on tablets, and how do I pair the second";
    await ann.run("mention.report", sighting("1", { excerpt: begun, partial: true }));
    await ann.run("mention.report", sighting("1", { excerpt: threat }));
    expect((await mentionsOf(ann)).get("x:1")?.excerpt).toBe(begun);
    await ann.run("mention.report", sighting("1", { excerpt: `${begun} one with it?` }));
    expect((await mentionsOf(ann)).get("x:1")).toMatchObject({ excerpt: `${begun} one with it?`, partial: false });
  });
});

describe("what a device read behind the excerpt", () => {
  const cut = "acme app ".repeat(31);
  const long = sighting("1", { excerpt: cut, partial: true });
  const forStaff = { ...long, triage: { ...long.triage, route: "second_line" as const } };

  it("hands a post of somebody else to staff when a known member's did, and not on a newcomer's word", async () => {
    await ann.run("mention.report", long);
    const nia = await server().join(ann.workspaceId, "advocate", 0);
    expect(await nia.run("mention.report", forStaff)).toMatchObject({ status: "open", route: "community" });
    expect(await ben.run("mention.report", forStaff)).toMatchObject({ status: "escalated", route: "second_line" });
  });

  it("is seen by as many as its reporter or a known member says, whatever a newcomer says", async () => {
    const viral = sighting("1", { counts: { replies: 0, reposts: 9_000, likes: 90_000, views: 9_000_000 } });
    const { triage } = await ann.run("mention.report", sighting("1"));
    const nia = await server().join(ann.workspaceId, "advocate", 0);
    expect((await nia.run("mention.report", viral)).triage.priority).toBe(triage.priority);
    expect((await ben.run("mention.report", viral)).triage.priority).toBeGreaterThan(triage.priority);
  });
});

describe("what an author writes next", () => {
  const heard = (excerpt: string) => ({ ...ref, postId: "9", excerpt, url: "https://x.com/someone/status/9", lang: "en" });
  const unhappy = "Still broken, this is awful";

  beforeEach(async () => {
    await ann.run("mention.report", sighting("1"));
    const { claim } = await ann.run("claim.take", ref);
    await ann.run("reply.posted", { ...ref, fence: claim?.fence ?? 0, text: "Hold both.", url: null, proof: "confirmed" });
  });

  it("and only one member heard moves nothing and is shown to nobody", async () => {
    for (let n = 0; n < 3; n++) await ben.run("mention.follow_up", heard(unhappy));
    expect((await mentionsOf(sam)).get("x:1")).toMatchObject({ status: "answered", followUp: null });
  });

  it("counts when a second heard the same, and not when they heard something else", async () => {
    await ben.run("mention.follow_up", heard(unhappy));
    await ann.run("mention.follow_up", heard("Thank you so much"));
    expect((await mentionsOf(sam)).get("x:1")).toMatchObject({ status: "answered", followUp: null });
    await ann.run("mention.follow_up", heard(unhappy));
    expect((await mentionsOf(sam)).get("x:1")).toMatchObject({ status: "escalated", followUp: { text: unhappy, mood: "negative" } });
  });

  it("counts at once when staff heard it", async () => {
    await sam.run("mention.follow_up", heard(unhappy));
    expect((await mentionsOf(sam)).get("x:1")).toMatchObject({ status: "escalated" });
  });
});
