import { beforeEach, describe, expect, it } from "vitest";
import { evidenceDays } from "../../lib/schema/levels.ts";
import { keptDays } from "../../lib/schema/limits.ts";
import { secondLook } from "../../lib/schema/second-look.ts";
import { tendLevels } from "../../server/jobs/levels.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { handOutLooks } from "../../server/jobs/second-looks.ts";
import { askToLook, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let [admin, staff, ann, ben, newcomer] = [] as unknown as [TestDevice, TestDevice, TestDevice, TestDevice, TestDevice];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  staff = await server().join(workspace, "staff");
  ann = await server().join(workspace, "advocate", 1);
  ben = await server().join(workspace, "advocate", 1);
  newcomer = await server().join(workspace, "advocate", 0);
  await everyAnswerOf([1, 1, 1]);
});

/** So that the lot falls on every answer, or on none. */
const everyAnswerOf = (oneIn: [number, number, number]) => admin.run("looks.set", { oneIn, fromLevel: 1 });

/** An answer that stands on the site. */
async function posted(by = ann, mentionId = `x:${++posts}`) {
  await ben.run("mention.report", sighting(mentionId.slice(2)));
  const { claim } = await by.run("claim.take", { mentionId });
  const text = "Hold the button for ten seconds.\nI'm an Acme customer";
  await by.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, text, url: `https://x.com/ann/status/9${posts}`, proof: "seen" });
  return { mentionId };
}

const handOut = () => handOutLooks(server().deps, ann.workspaceId);
const asked = async (mentionId: string): Promise<string[]> => {
  const { rows } = await server().deps.pool.query("SELECT asked FROM second_looks WHERE workspace_id = $1 AND mention_id = $2", [
    ann.workspaceId,
    mentionId,
  ]);
  return rows[0]?.asked ?? [];
};
const wrong = { verdict: "wrong", reason: "untrue" } as const;

async function foundWrong() {
  const ref = await posted();
  await askToLook(server(), ref.mentionId, ann, ben);
  await ben.run("second_look.say", { ...ref, ...wrong });
  return ref;
}

describe("a published answer on which the lot falls", () => {
  it("is handed to a few who may look, never to its author or a newcomer, and they hear of it", async () => {
    const others = [await server().join(ann.workspaceId, "advocate", 2), await server().join(ann.workspaceId, "advocate", 3)];
    const ref = await posted();
    await handOut();
    const members = await asked(ref.mentionId);
    expect(members).toHaveLength(secondLook.asked);
    expect([staff, admin, ben, ...others].map(({ memberId }) => memberId)).toEqual(expect.arrayContaining(members));
    const all = [admin, staff, ann, ben, newcomer, ...others];
    const told = await Promise.all(all.map(async (each) => ({ each, mention: await each.run("mention.get", ref) })));
    const whom = told.filter(({ mention }) => mention.secondLook?.isAsked).map(({ each }) => each.memberId);
    expect(whom.sort()).toEqual(members.toSorted());
    const first = all.find(({ memberId }) => memberId === members[0]);
    expect(await first?.run("second_look.list", {})).toMatchObject([{ id: ref.mentionId, secondLook: { isAsked: true, found: null } }]);
    expect(await ann.run("second_look.list", {})).toEqual([]);
  });

  it("goes to others when none of them came, and to nobody twice or without end", async () => {
    const ref = await posted();
    await handOut();
    await handOut();
    expect(await asked(ref.mentionId)).toHaveLength(3);
    server().clock.advance(secondLook.waitMs);
    await server().join(ann.workspaceId, "advocate", 2);
    for (let round = 0; round < 9; round++) {
      await handOut();
      server().clock.advance(secondLook.waitMs);
    }
    const members = await asked(ref.mentionId);
    expect(new Set(members).size).toBe(4);
    expect(members).toHaveLength(4);
  });

  it("is not drawn where the workspace wants none, and never what staff write", async () => {
    await posted(staff);
    await everyAnswerOf([0, 0, 0]);
    await posted();
    const { rows } = await server().deps.pool.query("SELECT 1 FROM second_looks WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows).toEqual([]);
  });

  it("is not looked at by who approved it before", async () => {
    const ref = await posted();
    const approve = (by: TestDevice) =>
      server().deps.pool.query(
        `INSERT INTO reviews (workspace_id, mention_id, text_hash, reviewer, author, verdict, at) VALUES ($1, $2, sha256('x'), $3, $4, 'approved', $5)`,
        [ann.workspaceId, ref.mentionId, by.memberId, ann.memberId, server().clock.now()],
      );
    for (const by of [ben, staff]) await approve(by);
    await handOut();
    expect(await asked(ref.mentionId)).toEqual([admin.memberId]);
  });
});

describe("a word on it", () => {
  it("that it is wrong reaches its author and staff, without who said so, and nobody else", async () => {
    const ref = await foundWrong();
    const at = server().clock.now().toISOString();
    const found = { verdict: "wrong", reason: "untrue", at, ending: null, url: null };
    for (const each of [ann, staff]) {
      const mention = await each.run("mention.get", ref);
      expect(mention.secondLook).toEqual({ isAsked: false, found });
      expect(JSON.stringify(mention.secondLook)).not.toContain(ben.memberId);
    }
    expect((await ben.run("mention.get", ref)).secondLook).toBeNull();
    expect(await ann.run("second_look.list", {})).toMatchObject([{ id: ref.mentionId, secondLook: { found } }]);
  });

  it("comes from who was asked alone, once, and with a reason where it is wrong", async () => {
    const ref = await posted();
    await expect(ben.run("second_look.say", { ...ref, verdict: "helpful" })).rejects.toMatchObject({ code: "forbidden" });
    await askToLook(server(), ref.mentionId, ann, ben);
    await expect(ben.run("second_look.say", { ...ref, verdict: "wrong" } as never)).rejects.toMatchObject({ code: "malformed" });
    await ben.run("second_look.say", { ...ref, verdict: "helpful" });
    await expect(ben.run("second_look.say", { ...ref, ...wrong })).rejects.toMatchObject({ code: "move_not_allowed" });
    await askToLook(server(), ref.mentionId, ann, ann);
    await expect(ann.run("second_look.say", { ...ref, verdict: "helpful" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(ben.run("second_look.say", { mentionId: "x:none", verdict: "no" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("ends with what became of it, said by its author or staff and linked", async () => {
    const ref = await foundWrong();
    const end = { ...ref, ending: "corrected", url: "https://x.com/ann/status/77" } as const;
    await expect(newcomer.run("second_look.end", end)).rejects.toMatchObject({ code: "forbidden" });
    await expect(ann.run("second_look.end", { ...end, ending: "right" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(ann.run("second_look.end", { ...end, url: "https://bad.example/1" })).rejects.toMatchObject({ code: "link_refused" });
    await ann.run("second_look.end", end);
    expect((await staff.run("mention.get", ref)).secondLook?.found).toMatchObject({ ending: "corrected", url: end.url });
    await expect(staff.run("second_look.end", end)).rejects.toMatchObject({ code: "move_not_allowed" });
    expect(await ann.run("second_look.list", {})).toEqual([]);
  });

  it("is taken back with what its sayer did, and somebody else is asked", async () => {
    const ref = await foundWrong();
    await staff.run("member.take_back", { memberId: ben.memberId, hours: 1 });
    expect((await ann.run("mention.get", ref)).secondLook).toBeNull();
    await handOut();
    expect(await asked(ref.mentionId)).toHaveLength(3);
  });
});

describe("as evidence of its author", () => {
  const evidence = async (of = ann) => {
    await tendLevels(server().deps, ann.workspaceId);
    return (await of.run("member.own_level", {})).evidence;
  };

  it("a second look counts as a rating, also when the post is gone or answered anew", async () => {
    await foundWrong();
    expect(await evidence()).toMatchObject({ rated: 1, good: 0, raters: 1 });
    const ref = await posted();
    await askToLook(server(), ref.mentionId, ann, staff);
    await staff.run("second_look.say", { ...ref, verdict: "somewhat" });
    expect(await evidence()).toMatchObject({ rated: 2, good: 0.5, raters: 2 });
    const question = { postId: "801", excerpt: "And where do I find the manual?", url: null, lang: "en" };
    await staff.run("mention.follow_up", { ...ref, ...question });
    await posted(ann, ref.mentionId);
    expect((await staff.run("mention.get", ref)).secondLook).toBeNull();
    expect(await evidence()).toMatchObject({ rated: 2, good: 0.5, raters: 2 });
    server().clock.advance((keptDays.closed + 1) * 24 * 60 * 60_000);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await evidence()).toMatchObject({ rated: 2, good: 0.5, raters: 2 });
    server().clock.advance(evidenceDays * 24 * 60 * 60_000);
    expect(await evidence()).toBeNull();
  });

  it("an answer that staff found right after all counts as good, by their word", async () => {
    const ref = await foundWrong();
    await staff.run("second_look.end", { ...ref, ending: "right", url: null });
    expect(await evidence()).toMatchObject({ rated: 1, good: 1, raters: 1 });
  });

  it("the thanks of the post's author counts where another heard it, for one answer in all", async () => {
    const thanks = (ref: { mentionId: string }, by: TestDevice) =>
      by.run("mention.follow_up", { ...ref, postId: `8${posts}`, excerpt: "Thank you so much, that worked!", url: null, lang: "en" });
    await everyAnswerOf([0, 0, 0]);
    const first = await posted();
    await thanks(first, staff);
    expect(await evidence()).toEqual({ rated: 1, good: 1, raters: 0, days: 0 });
    await thanks(await posted(), staff);
    expect(await evidence()).toMatchObject({ rated: 1, good: 1 });
    await thanks(await posted(ben), ben);
    expect(await evidence(ben)).toBeNull();
  });
});
