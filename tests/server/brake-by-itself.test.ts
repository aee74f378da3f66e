import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { deliverDue } from "../../server/handover/deliver.ts";
import { tendBrake } from "../../server/jobs/brake.ts";
import { brakeSigns } from "../../server/store/brake-signs.ts";
import { one } from "../../server/store/statement.ts";
import { ChatServer } from "./desks/chats.ts";
import { serve } from "./desks/served.ts";
import { askToLook, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const chats = serve(new ChatServer());
const rules = { isOn: true, percent: 30, least: 6, calmMinutes: 30 } as const;
const minute = 60_000;
let [admin, mod, ann, ben, cid, staff] = [] as unknown as [TestDevice, TestDevice, TestDevice, TestDevice, TestDevice, TestDevice];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  mod = await server().join(workspace, "moderator");
  ann = await server().join(workspace, "advocate", 3);
  ben = await server().join(workspace, "advocate", 3);
  cid = await server().join(workspace, "advocate", 3);
  staff = await server().join(workspace, "staff");
});

const pool = () => server().deps.pool;
const tend = () => tendBrake(server().deps, admin.workspaceId);
const brakeNow = async () => (await admin.run("brake.rules", rules)).brake ?? null;

/** A post that somebody answers in words of its own. */
async function answer(by: TestDevice): Promise<string> {
  const mentionId = `x:${++posts}`;
  await admin.run("mention.report", sighting(mentionId.slice(2)));
  const { claim } = await by.run("claim.take", { mentionId });
  const text = `Answer ${randomUUID()}\nI'm an Acme customer`;
  await by.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, text, url: null, proof: "confirmed" });
  return mentionId;
}

async function foundWrong(by: TestDevice, reader: TestDevice): Promise<void> {
  const mentionId = await answer(by);
  await askToLook(server(), mentionId, by, reader);
  await reader.run("second_look.say", { mentionId, verdict: "wrong", reason: "untrue" });
}

async function complained(by: TestDevice): Promise<void> {
  const mentionId = await answer(by);
  await staff.run("mention.follow_up", {
    mentionId,
    postId: `9${posts}`,
    excerpt: "This did not help at all, it is still broken!!",
    url: null,
    lang: "en",
  });
}

/** Six signs of three members. */
async function trouble(): Promise<void> {
  for (const by of [ann, ben, cid]) await complained(by);
  await foundWrong(ann, ben);
  await foundWrong(ben, cid);
  await foundWrong(cid, ann);
}

describe("the brake by itself", () => {
  it("comes on when complaints and wrong answers pass the rate, says why in figures, and gives back what is held", async () => {
    await admin.run("brake.rules", rules);
    await trouble();
    const mentionId = `x:${++posts}`;
    await admin.run("mention.report", sighting(mentionId.slice(2)));
    await ann.run("claim.take", { mentionId });
    await tend();
    expect(await brakeNow()).toMatchObject({ words: "", why: { complaints: 3, wrong: 3, copies: 0, answers: 6 } });
    await expect(ann.run("claim.take", { mentionId })).rejects.toMatchObject({ code: "community_stopped" });
    expect((await staff.run("claim.take", { mentionId })).claim?.holder.id).toBe(staff.memberId);
    const { rows } = await pool().query("SELECT action, detail FROM audit_log WHERE workspace_id = $1 AND action LIKE 'rule.brake%'", [
      admin.workspaceId,
    ]);
    expect(rows).toMatchObject([{ action: "rule.brake_on", detail: { complaints: 3, wrong: 3 } }]);
  });

  it("stays off where nobody wanted it, below the least, and for what happened over an hour ago", async () => {
    await trouble();
    await tend();
    expect(await brakeNow()).toBeNull();
    await admin.run("brake.rules", { ...rules, least: 7 });
    await tend();
    await admin.run("brake.rules", rules);
    server().clock.advance(61 * minute);
    await tend();
    expect(await brakeNow()).toBeNull();
  });

  it("counts each answer once, whatever was found of it", async () => {
    const mentionId = await answer(ann);
    await askToLook(server(), mentionId, ann, ben);
    await ben.run("second_look.say", { mentionId, verdict: "wrong", reason: "untrue" });
    await pool().query("INSERT INTO near_copies (workspace_id, mention_id, member_id, is_published, at) VALUES ($1, $2, $3, true, $4)", [
      ...[ann.workspaceId, mentionId, ann.memberId, server().clock.now()],
    ]);
    const since = new Date(server().clock.now().getTime() - minute);
    const { copies, wrong, answers } = await one(pool(), brakeSigns, {
      workspaceId: ann.workspaceId,
      since,
      staff: ["staff"],
      mostOfOne: 2,
    });
    expect([copies + wrong, answers]).toEqual([1, 1]);
  });

  it("counts no more than a third of one member, and nothing of staff", async () => {
    await admin.run("brake.rules", rules);
    for (let n = 0; n < 6; n++) await foundWrong(ann, ben);
    for (let n = 0; n < 3; n++) await foundWrong(staff, ben);
    await tend();
    expect(await brakeNow()).toBeNull();
  });

  it("counts refused near-copies", async () => {
    await admin.run("brake.rules", { ...rules, percent: 50 });
    const said = "Hold the power button for ten seconds until the light turns blue, then let it go.";
    const first = await answer(staff);
    await pool().query("UPDATE replies SET body = $2 WHERE mention_id = $1", [first, said]);
    const held = async (by: TestDevice) => {
      const mentionId = `x:${++posts}`;
      await admin.run("mention.report", sighting(mentionId.slice(2)));
      return { mentionId, fence: (await by.run("claim.take", { mentionId })).claim?.fence ?? 0 };
    };
    const own = await held(ann);
    await ann.run("reply.place", { ...own, text: said });
    for (const by of [ben, cid, mod])
      for (let n = 0; n < 2; n++)
        await expect(by.run("reply.place", { ...(await held(by)), text: said })).rejects.toMatchObject({ code: "near_copy" });
    await tend();
    expect(await brakeNow()).toMatchObject({ why: { copies: 6, answers: 6 } });
  });

  it("goes off by itself once it stayed calm, and what happened before counts no more", async () => {
    await admin.run("brake.rules", rules);
    await trouble();
    await tend();
    await tend();
    expect(await brakeNow()).not.toBeNull();
    server().clock.advance(61 * minute);
    await tend();
    server().clock.advance(29 * minute);
    await tend();
    expect(await brakeNow(), "calm, but not for long enough").not.toBeNull();
    server().clock.advance(minute);
    await tend();
    expect(await brakeNow()).toBeNull();
  });

  it("does not come on again for the same after a person let it go on, nor go off when a person put it on", async () => {
    await admin.run("brake.rules", rules);
    await trouble();
    await tend();
    await mod.run("brake.set", { isOn: false });
    await tend();
    expect(await brakeNow()).toBeNull();
    await mod.run("brake.set", { isOn: true, words: "We look into it." });
    server().clock.advance(300 * minute);
    await tend();
    await tend();
    expect(await brakeNow()).toMatchObject({ words: "We look into it." });
  });

  it("tells connected chats once, in words and figures, but where the workspace wants no such alert", async () => {
    const [path = ""] = Object.values(chats.paths);
    await admin.run("integration.save", {
      ...{ id: randomUUID(), name: "Chat", enabled: true, target: { kind: "chat" }, events: [], secret: `${chats.address}${path}` },
    });
    await admin.run("brake.rules", rules);
    await trouble();
    await tend();
    await tend();
    await deliverDue(server().deps, admin.workspaceId, new AbortController().signal);
    expect(chats.shown).toMatchObject([
      { text: expect.stringContaining("3 complaints about answers, 3 answers found wrong, 0 near-copies, of 6") },
    ]);
    const [{ id: integrationId } = { id: "" }] = await admin.run("integration.list", {});
    expect(await admin.run("delivery.list", { integrationId })).toMatchObject([{ event: "brake", mentionId: null }]);
    await admin.run("alerts.rules", { off: ["brake"], chats: [] });
    await admin.run("brake.set", { isOn: false });
    server().clock.advance(minute);
    await trouble();
    await tend();
    await deliverDue(server().deps, admin.workspaceId, new AbortController().signal);
    expect(await brakeNow()).not.toBeNull();
    expect(chats.shown).toHaveLength(1);
  });

  it("is set by who may stop the community alone, within bounds", async () => {
    await expect(ann.run("brake.rules", rules)).rejects.toMatchObject({ code: "forbidden" });
    await expect(admin.run("brake.rules", { ...rules, least: 2 })).rejects.toMatchObject({ code: "malformed" });
    await expect(admin.run("brake.rules", { ...rules, percent: 0 })).rejects.toMatchObject({ code: "malformed" });
    expect((await mod.run("brake.rules", rules)).brakeRules).toEqual(rules);
  });
});
