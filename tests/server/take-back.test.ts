import { beforeEach, describe, expect, it } from "vitest";
import { everything, mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let sam: TestDevice;
let gil: TestDevice;
let bad: TestDevice;
let nia: TestDevice;
const ref = (postId: string) => ({ mentionId: `x:${postId}` });
const spam = (postId: string) => ({ ...ref(postId), reason: "spam" as const });
const toStaff = (postId: string) => ({ ...ref(postId), route: "first_line" as const, note: "" });

/** One of staff, a good and a bad known advocate, and a newcomer. */
beforeEach(async () => {
  const workspace = await server().workspace();
  sam = await server().join(workspace, "staff");
  [gil, bad] = [await server().join(workspace, "advocate", 1), await server().join(workspace, "advocate", 1)];
  nia = await server().join(workspace, "advocate", 0);
});

const report = (...postIds: string[]) => Promise.all(postIds.map((postId) => gil.run("mention.report", sighting(postId))));
const later = () => server().clock.advance(1_000);
const takeBack = (hours: 1 | 4 | 24 = 1, memberId = bad.memberId) => sam.run("member.take_back", { memberId, hours });
async function seen(postId: string) {
  return (await mentionsOf(sam)).get(`x:${postId}`);
}
async function answer(by: TestDevice, postId: string) {
  const { claim } = await by.run("claim.take", ref(postId));
  return by.run("reply.posted", { ...ref(postId), fence: claim?.fence ?? 0, text: "Hold both.", url: null, proof: "confirmed" });
}

describe("what one member did in the last hours", () => {
  it("is taken back with one operation: what they set aside, handed on, answered, held and reported", async () => {
    await report("1", "2", "3", "4");
    await bad.run("mention.dismiss", spam("1"));
    await bad.run("mention.route", toStaff("2"));
    await answer(bad, "3");
    await bad.run("claim.take", ref("4"));
    await bad.run("mention.report", sighting("5"));
    later();
    expect(await takeBack()).toMatchObject({ posts: 5, after: null });
    for (const postId of ["1", "2", "3", "4"]) {
      expect(await seen(postId)).toMatchObject({ status: "open", route: "community", note: null, reply: null, claim: null, draft: null });
    }
    expect(await seen("5")).toMatchObject({ status: "dismissed", note: "spam" });
    expect((await sam.run("mention.history", ref("1"))).map(({ action }) => action)).toEqual(["mention.dismiss", "member.take_back"]);
    // Somebody else may answer it now.
    later();
    expect(await answer(gil, "3")).toMatchObject({ status: "answered", reply: { author: { id: gil.memberId } } });
  });

  it("reaches every device with its next sync", async () => {
    await report("1");
    await bad.run("mention.dismiss", spam("1"));
    const { cursor } = await gil.sync([]);
    await takeBack();
    expect((await gil.sync([], cursor)).changes).toMatchObject([{ kind: "mention", value: { id: "x:1", status: "open" } }]);
  });

  it("is brought back by undoing that, but where somebody went on", async () => {
    await report("1", "2", "3");
    await bad.run("mention.dismiss", spam("1"));
    await bad.run("mention.dismiss", spam("2"));
    await answer(bad, "3");
    const { id } = await takeBack();
    await gil.run("claim.take", ref("2"));
    expect(await sam.run("take_back.undo", { id })).toMatchObject({ posts: 2 });
    expect(await seen("1")).toMatchObject({ status: "dismissed", note: "spam" });
    expect(await seen("2")).toMatchObject({ status: "claimed" });
    expect(await seen("3")).toMatchObject({ status: "answered", reply: { text: "Hold both." } });
    await expect(sam.run("take_back.undo", { id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("stays where somebody else went on", async () => {
    await report("1", "2", "3");
    await bad.run("mention.dismiss", spam("1"));
    await bad.run("mention.route", toStaff("2"));
    await bad.run("mention.report", sighting("4"));
    later();
    await sam.run("mention.reopen", ref("1"));
    await sam.run("mention.dismiss", spam("1"));
    await sam.run("mention.route", { ...ref("2"), route: "second_line", note: "ours" });
    await gil.run("claim.take", ref("4"));
    later();
    await takeBack();
    expect(await seen("1")).toMatchObject({ status: "dismissed" });
    expect(await seen("2")).toMatchObject({ status: "escalated", route: "second_line", note: "ours" });
    expect(await seen("4")).toMatchObject({ status: "claimed" });
  });

  it("is only that of the hours asked for", async () => {
    await report("1", "2");
    await bad.run("mention.dismiss", spam("1"));
    server().clock.advance(2 * 3_600_000);
    await bad.run("mention.dismiss", spam("2"));
    await takeBack(1);
    expect([(await seen("1"))?.status, (await seen("2"))?.status]).toEqual(["dismissed", "open"]);
    await takeBack(4);
    expect((await seen("1"))?.status).toBe("open");
  });

  it("is forgotten by the devices that learnt from it, until it is brought back", async () => {
    await report("1", "2");
    await answer(bad, "1");
    await bad.run("suggestion.reject", { ...ref("2"), source: "pairing" });
    const precedents = async () =>
      (await everything(gil)).changes
        .flatMap((change) => (change.kind === "precedent" ? [[change.value.id, change.value.removed]] : []))
        .sort();
    const { id } = await takeBack();
    expect(await precedents()).toEqual([
      ["x:1", true],
      ["x:2 pairing", true],
    ]);
    await sam.run("take_back.undo", { id });
    expect(await precedents()).toEqual([
      ["x:1", false],
      ["x:2 pairing", false],
    ]);
  });

  it("is nobody's to take back but staff's, and never what staff did", async () => {
    await expect(gil.run("member.take_back", { memberId: bad.memberId, hours: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeBack(1, sam.memberId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeBack(1, "nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what they wrote, said of drafts and of posts", () => {
  async function draft(by: TestDevice, postId: string, text: string) {
    const { claim } = await by.run("claim.take", ref(postId));
    const held = { ...ref(postId), fence: claim?.fence ?? 0 };
    await by.run("draft.save", { ...held, text });
    return held;
  }

  it("goes: no draft of theirs waits for the next one, and nothing comes by the claims they had; undoing brings the draft back", async () => {
    await report("1", "2", "3");
    await bad.run("claim.release", await draft(bad, "1", "Awful words"));
    const held = await draft(bad, "2", "More of them");
    await draft(gil, "3", "Hold both.");
    later();
    const { id, posts } = await takeBack();
    expect(posts).toBe(2);
    expect([(await seen("1"))?.draft, (await seen("2"))?.draft]).toEqual([null, null]);
    expect((await seen("3"))?.draft).toMatchObject({ text: "Hold both." });
    await expect(bad.run("draft.save", { ...held, text: "Again" })).rejects.toMatchObject({ code: "lease_lost" });
    await expect(bad.run("reply.posted", { ...held, text: "Again", url: null, proof: "confirmed" })).rejects.toMatchObject({
      code: "lease_lost",
    });
    await sam.run("take_back.undo", { id });
    expect((await seen("1"))?.draft).toMatchObject({ text: "Awful words", status: "writing", author: { id: bad.memberId } });
  });

  it("answers nothing a second time by an old claim", async () => {
    await report("1");
    await answer(bad, "1");
    later();
    await takeBack();
    const again = { ...ref("1"), fence: 1, text: "Hold both.", url: null, proof: "confirmed" } as const;
    await expect(bad.run("reply.posted", again)).rejects.toMatchObject({ code: "lease_lost" });
    expect(await seen("1")).toMatchObject({ status: "open", reply: null });
  });

  it("a draft that only they sent back waits to be read again; one that another sent back too does not", async () => {
    const [noa, ben] = [await server().join(sam.workspaceId, "advocate", 0), await server().join(sam.workspaceId, "advocate", 1)];
    await report("1", "2");
    for (const postId of ["1", "2"]) {
      const author = postId === "1" ? noa : nia;
      const { claim } = await author.run("claim.take", ref(postId));
      await author.run("review.request", { ...ref(postId), fence: claim?.fence ?? 0, text: "Hold both." });
    }
    const verdict = (postId: string) => ({ ...ref(postId), text: "Hold both." });
    await bad.run("review.reject", { ...verdict("1"), reason: "wrong" });
    await bad.run("review.approve", verdict("2"));
    await ben.run("review.reject", { ...verdict("2"), reason: "tone" });
    later();
    const { id } = await takeBack();
    expect((await seen("1"))?.draft).toMatchObject({ status: "in_review", review: { reason: null, needs: 2, verdicts: [] } });
    expect((await seen("2"))?.draft).toMatchObject({ status: "rejected", review: { verdicts: [{ by: { id: ben.memberId } }] } });
    await sam.run("take_back.undo", { id });
    expect((await seen("1"))?.draft).toMatchObject({
      status: "rejected",
      review: { reason: "wrong", verdicts: [{ verdict: "rejected" }] },
    });
    expect((await seen("2"))?.draft?.review?.verdicts).toHaveLength(2);
  });

  it("an approval of theirs counts no more", async () => {
    await report("1");
    const { claim } = await nia.run("claim.take", ref("1"));
    const text = { ...ref("1"), text: "Hold both." };
    await nia.run("review.request", { ...text, fence: claim?.fence ?? 0 });
    await bad.run("review.approve", text);
    await gil.run("review.approve", text);
    expect((await seen("1"))?.draft).toMatchObject({ status: "approved" });
    later();
    await takeBack();
    expect((await seen("1"))?.draft).toMatchObject({ status: "in_review", review: { needs: 1 } });
    await expect(nia.run("reply.posted", { ...text, fence: claim?.fence ?? 0, url: null, proof: "confirmed" })).rejects.toMatchObject({
      code: "review_needed",
    });
  });

  it("the words that two of one person put into a post give way to those of its first reporter, with its place; undoing brings them back", async () => {
    const noa = await server().join(sam.workspaceId, "advocate", 0);
    await report("1");
    const threat = "I am furious about acme, worst company ever, I will sue all of you, this is an absolute disgrace!!!";
    const invented = sighting("1", { excerpt: threat, author: { handle: "someone", name: "Else", verified: true } });
    await nia.run("mention.report", invented);
    expect(await noa.run("mention.report", invented)).toMatchObject({ excerpt: threat, status: "escalated" });
    later();
    const { id } = await takeBack(1, noa.memberId);
    const first = { excerpt: sighting("1").excerpt, author: { name: "Some One" }, status: "open", route: "community" };
    expect(await seen("1")).toMatchObject({ ...first, triage: { route: "community" } });
    await sam.run("take_back.undo", { id });
    expect(await seen("1")).toMatchObject({ excerpt: threat, status: "escalated" });
    await takeBack(1, nia.memberId);
    expect(await seen("1")).toMatchObject(first);
  });

  it("is taken back once by two of staff at the same time, and again when the member went on meanwhile", async () => {
    const sue = await server().join(sam.workspaceId, "staff");
    await report("1", "2", "3");
    await bad.run("mention.dismiss", spam("1"));
    later();
    const args = { memberId: bad.memberId, hours: 1 } as const;
    const both = await Promise.all([
      sam.run("member.take_back", args),
      sue.run("member.take_back", args),
      bad.run("mention.dismiss", spam("2")),
    ]);
    expect([both[0].posts, both[1].posts].filter((posts) => posts > 0).length).toBeGreaterThan(0);
    expect((await seen("1"))?.status).toBe("open");
    await takeBack();
    expect((await seen("2"))?.status).toBe("open");
    expect((await sam.run("mention.history", ref("1"))).filter(({ action }) => action === "member.take_back")).toHaveLength(1);
  });
});

describe("what two newcomers did together", () => {
  it("is undone by taking back what either did; the other's word stays a proposal", async () => {
    const noa = await server().join(sam.workspaceId, "advocate", 0);
    await report("1", "2");
    for (const postId of ["1", "2"]) {
      await nia.run("mention.dismiss", spam(postId));
      await noa.run("mention.dismiss", spam(postId));
    }
    expect((await seen("1"))?.status).toBe("dismissed");
    const { id } = await takeBack(1, noa.memberId);
    expect(await seen("1")).toMatchObject({ status: "open", opinions: [{ wish: "dismiss" }] });
    await sam.run("take_back.undo", { id });
    expect(await seen("1")).toMatchObject({ status: "dismissed", opinions: null });
    await takeBack(1, nia.memberId);
    expect(await seen("2")).toMatchObject({ status: "open", opinions: null });
  });

  it("stays when the second was known, or of staff", async () => {
    await report("1", "2");
    await nia.run("mention.dismiss", spam("1"));
    await nia.run("mention.dismiss", spam("2"));
    await gil.run("mention.dismiss", spam("1"));
    await sam.run("mention.dismiss", spam("2"));
    await takeBack(1, nia.memberId);
    expect([(await seen("1"))?.status, (await seen("2"))?.status]).toEqual(["dismissed", "dismissed"]);
  });

  it("about an answered post's author is undone: it is answered again", async () => {
    const noa = await server().join(sam.workspaceId, "advocate", 0);
    await report("1");
    await answer(gil, "1");
    later();
    const heard = { ...ref("1"), postId: "9", excerpt: "Still broken, this is awful", url: "https://x.com/someone/status/9", lang: "en" };
    await nia.run("mention.follow_up", heard);
    await noa.run("mention.follow_up", heard);
    expect(await seen("1")).toMatchObject({ status: "escalated", followUp: { text: heard.excerpt } });
    later();
    const { id } = await takeBack(1, noa.memberId);
    expect(await seen("1")).toMatchObject({ status: "answered", route: "community", followUp: null, reply: { text: "Hold both." } });
    await sam.run("take_back.undo", { id });
    expect(await seen("1")).toMatchObject({ status: "escalated", followUp: { text: heard.excerpt } });
  });
});

describe("what staff see of members", () => {
  it("is who did what in the last day, the unusual first, and what was taken back and stands", async () => {
    const posts = Array.from({ length: 30 }, (_, n) => `p${n}`);
    await report(...posts);
    for (const postId of posts.slice(0, 20)) await bad.run("mention.dismiss", spam(postId));
    await gil.run("mention.dismiss", spam("p29"));
    const { people } = await sam.run("member.doings", {});
    expect(people[0]).toMatchObject({ member: { id: bad.memberId }, done: { dismissed: 20 }, unusual: ["many"] });
    expect(people[1]).toMatchObject({ member: { id: gil.memberId }, done: { dismissed: 1, reported: 30 }, unusual: [] });
    const { id } = await takeBack();
    expect((await sam.run("member.doings", {})).takeBacks).toMatchObject([{ id, member: { id: bad.memberId }, by: { id: sam.memberId } }]);
    await sam.run("take_back.undo", { id });
    expect((await sam.run("member.doings", {})).takeBacks).toEqual([]);
    await report("q1");
    const { claim } = await nia.run("claim.take", ref("q1"));
    await nia.run("review.request", { ...ref("q1"), fence: claim?.fence ?? 0, text: "Hold both." });
    await bad.run("review.reject", { ...ref("q1"), text: "Hold both.", reason: "wrong" });
    expect((await sam.run("member.doings", {})).people[0]).toMatchObject({ member: { id: bad.memberId }, done: { sentBack: 1 } });
    await expect(gil.run("member.doings", {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
