import { beforeEach, describe, expect, it } from "vitest";
import { forgetOldReplies } from "../../server/jobs/near-copies.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { dropPieces } from "../../server/store/near-copies.ts";
import { all } from "../../server/store/statement.ts";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let [admin, staff, ann, ben, nia] = [] as unknown as [TestDevice, TestDevice, TestDevice, TestDevice, TestDevice];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  staff = await server().join(workspace, "staff");
  ann = await server().join(workspace, "advocate", 1);
  ben = await server().join(workspace, "advocate", 1);
  nia = await server().join(workspace, "advocate", 0);
});

const tie = "I'm an Acme customer";
const said = "Hi Dana, hold the power button for ten seconds until the light turns blue. Then pair the earbuds once more.";
const nearly = "Hi Omar, hold the power button for ten seconds until the light turns blue. Then pair the earbuds once more!";
const other = "That happened to me after the update too: taking the case out of the charger overnight brought both sides back.";

/** A post that somebody holds. */
async function held(by: TestDevice) {
  const mentionId = `x:${++posts}`;
  await admin.run("mention.report", sighting(mentionId.slice(2)));
  return { mentionId, fence: (await by.run("claim.take", { mentionId })).claim?.fence ?? 0 };
}

const posted = { url: null, proof: "confirmed" } as const;
const answer = async (by: TestDevice, text: string) => {
  const ref = await held(by);
  return { ref, mention: await by.run("reply.posted", { ...ref, ...posted, text: `${text}\n${tie}` }) };
};

const rows = async (table: string) =>
  (await server().deps.pool.query(`SELECT * FROM ${table} WHERE workspace_id = $1`, [admin.workspaceId])).rows;

describe("a near-copy of one of the latest replies", () => {
  it("is not let through to the site, whoever wrote it; one's own words are", async () => {
    await answer(ann, said);
    for (const by of [ben, staff]) {
      const ref = await held(by);
      await expect(by.run("reply.place", { ...ref, text: `${nearly}\n${tie}` })).rejects.toMatchObject({ code: "near_copy" });
      expect(await by.run("reply.place", { ...ref, text: `${other} ${by.memberId}\n${tie}` })).toBeNull();
      await by.run("claim.release", ref);
      server().clock.advance(21 * 60_000);
    }
    expect(await rows("near_copies")).toMatchObject([{ is_published: false }, { is_published: false }]);
  });

  it("is one as soon as the other was let through, and no longer when nothing came of that", async () => {
    const [first, second] = [await held(ann), await held(ben)];
    await ann.run("reply.place", { ...first, text: said });
    expect(await ann.run("reply.place", { ...first, text: said }), "again, for the same post").toBeNull();
    await expect(ben.run("reply.place", { ...second, text: nearly })).rejects.toMatchObject({ code: "near_copy" });
    server().clock.advance(21 * 60_000);
    const third = await held(ben);
    expect(await ben.run("reply.place", { ...third, text: nearly })).toBeNull();
  });

  it("is let through for one of two who ask at the same moment", async () => {
    const [first, second] = [await held(ann), await held(ben)];
    const asked = [ann.run("reply.place", { ...first, text: said }), ben.run("reply.place", { ...second, text: nearly })];
    const [one, two] = await Promise.allSettled(asked);
    expect([one?.status, two?.status].sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("goes to no reviewer, and is approved by none when it became one meanwhile", async () => {
    const ref = await held(nia);
    await nia.run("review.request", { ...ref, text: nearly });
    await answer(ann, said);
    await expect(staff.run("review.approve", { mentionId: ref.mentionId, text: nearly })).rejects.toMatchObject({ code: "near_copy" });
    expect((await rows("near_copies")).map(({ member_id }) => member_id)).toEqual([nia.memberId]);
    await nia.run("review.request", { ...ref, text: other });
    expect((await staff.run("review.approve", { mentionId: ref.mentionId, text: other })).draft?.status).toBe("approved");
    await nia.run("claim.release", ref);
    const again = await held(nia);
    await expect(nia.run("review.request", { ...again, text: nearly })).rejects.toMatchObject({ code: "near_copy" });
  });

  it("that stands on the site is recorded, noted, looked at again and not learnt from", async () => {
    await admin.run("looks.set", { oneIn: [0, 0, 0], fromLevel: 1 });
    await answer(ann, said);
    const { ref, mention } = await answer(ben, nearly);
    expect(mention).toMatchObject({ status: "answered", reply: { text: `${nearly}\n${tie}` } });
    expect(await rows("near_copies")).toMatchObject([{ mention_id: ref.mentionId, member_id: ben.memberId, is_published: true }]);
    expect((await rows("second_looks")).map(({ mention_id }) => mention_id)).toEqual([ref.mentionId]);
    expect((await rows("precedents")).map(({ precedent_id }) => precedent_id)).not.toContain(ref.mentionId);
    await ben.run("reply.posted", { ...ref, ...posted, url: `https://x.com/ben/status/${posts}77`, text: `${nearly}\n${tie}` });
    expect(await rows("near_copies")).toHaveLength(1);
  });

  it("is measured without the tie to the brand and the author's name, and short thanks are anybody's", async () => {
    await answer(ann, "Sorry, hope it helps.");
    const ref = await held(ben);
    expect(await ben.run("reply.place", { ...ref, text: `Sorry, hope it helps.\n${tie}` })).toBeNull();
  });

  it("does not tell of other communities", async () => {
    await answer(ann, said);
    const elsewhere = await server().join(await server().workspace(), "admin");
    await elsewhere.run("mention.report", sighting("9"));
    const { claim } = await elsewhere.run("claim.take", { mentionId: "x:9" });
    expect(await elsewhere.run("reply.place", { mentionId: "x:9", fence: claim?.fence ?? 0, text: nearly })).toBeNull();
  });
});

describe("the server's yes to placing", () => {
  it("is for who holds the post, while the community is let", async () => {
    const ref = await held(ann);
    await expect(ben.run("reply.place", { ...ref, text: said })).rejects.toMatchObject({ code: "lease_lost" });
    await admin.run("brake.set", { isOn: true, words: "" });
    await expect(ann.run("reply.place", { ...ref, text: said })).rejects.toMatchObject({ code: "community_stopped" });
    await admin.run("brake.set", { isOn: false });
    await expect(ann.run("reply.place", { ...ref, text: said })).rejects.toMatchObject({ code: "lease_lost" });
  });

  it("is for a newcomer's text when it was approved, word for word", async () => {
    const ref = await held(nia);
    await expect(nia.run("reply.place", { ...ref, text: said })).rejects.toMatchObject({ code: "review_needed" });
    await nia.run("review.request", { ...ref, text: said });
    await staff.run("review.approve", { mentionId: ref.mentionId, text: said });
    expect(await nia.run("reply.place", { ...ref, text: `${said}\n${tie}` })).toBeNull();
  });
});

describe("what drafts are compared with", () => {
  it("is bounded: a text of ten thousand characters leaves no more than a thousand pieces", async () => {
    const words = Array.from({ length: 2500 }, (_, n) => `w${n}`)
      .join(" ")
      .slice(0, 9900);
    await answer(ann, words);
    expect((await rows("reply_pieces")).length).toBeLessThanOrEqual(1000);
  });

  it("is forgotten by mention", async () => {
    const { ref } = await answer(ann, said);
    await all(server().deps.pool, dropPieces, { workspaceId: admin.workspaceId, mentions: [ref.mentionId] });
    expect(await rows("reply_pieces")).toEqual([]);
  });

  it("goes with its post, and when nothing came of it", async () => {
    const { ref } = await answer(ann, said);
    const second = await held(ben);
    await ben.run("reply.place", { ...second, text: other });
    server().clock.advance(21 * 60_000);
    await forgetOldReplies(server().deps, admin.workspaceId);
    expect(new Set((await rows("reply_pieces")).map(({ mention_id }) => mention_id))).toEqual(new Set([ref.mentionId]));
    server().clock.advance(40 * 24 * 60 * 60_000);
    await purgeWorkspace(server().deps, admin.workspaceId);
    expect(await rows("reply_pieces")).toEqual([]);
    expect((await mentionsOf(staff)).has(ref.mentionId)).toBe(false);
  });
});
