import { beforeEach, describe, expect, it } from "vitest";
import { callMembers } from "../../server/jobs/calls.ts";
import { freeStopped } from "../../server/jobs/sweep.ts";
import { mentionsOf, sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
let [admin, staff, mod, ann] = [] as unknown as [TestDevice, TestDevice, TestDevice, TestDevice];
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  staff = await server().join(workspace, "staff");
  mod = await server().join(workspace, "moderator");
  ann = await server().join(workspace, "advocate", 1);
});

const words = "We look into the app's failure first.";
const stop = (by = admin) => by.run("brake.set", { isOn: true, words });

async function reported(): Promise<{ readonly mentionId: string }> {
  const mentionId = `x:${++posts}`;
  await admin.run("mention.report", sighting(mentionId.slice(2)));
  return { mentionId };
}

describe("the brake", () => {
  it.each([
    ["an admin", () => admin],
    ["a moderator", () => mod],
  ])("has nobody but staff take posts, put on by %s, and says why", async (_, by) => {
    const ref = await reported();
    expect((await stop(by())).brake).toMatchObject({ words });
    await expect(ann.run("claim.take", ref)).rejects.toMatchObject({ code: "community_stopped" });
    await expect(ann.run("claim.next", { languages: [] })).rejects.toMatchObject({ code: "community_stopped" });
    await expect(mod.run("claim.take", ref)).rejects.toMatchObject({ code: "community_stopped" });
    expect((await staff.run("claim.take", ref)).claim?.holder.id).toBe(staff.memberId);
    expect((await by().run("brake.set", { isOn: false })).brake).toBeNull();
    const other = await reported();
    expect((await ann.run("claim.next", { languages: [] })).id).toBe(other.mentionId);
  });

  it("is for who may stop the community alone", async () => {
    await expect(stop(ann)).rejects.toMatchObject({ code: "forbidden" });
    await expect(stop(staff)).rejects.toMatchObject({ code: "forbidden" });
    await expect(admin.run("brake.set", { isOn: true, words: "w".repeat(281) })).rejects.toMatchObject({ code: "malformed" });
  });

  it("has what the community holds wait again, keeps its drafts, and takes nothing from staff", async () => {
    const [ref, own] = [await reported(), await reported()];
    const { claim } = await ann.run("claim.take", ref);
    const fence = claim?.fence ?? 0;
    await ann.run("draft.save", { ...ref, fence, text: "Hold the button." });
    await staff.run("claim.take", own);
    await stop();
    const held = await mentionsOf(staff);
    expect(held.get(ref.mentionId)).toMatchObject({ status: "open", draft: { text: "Hold the button." } });
    expect(held.get(own.mentionId)?.status).toBe("claimed");
    const reply = { text: "Hold the button.\nI'm an Acme customer", url: null, proof: "confirmed" } as const;
    // What stands on the site by then is an answer.
    expect((await ann.run("reply.posted", { ...ref, fence, ...reply })).status).toBe("answered");
  });

  it("takes back a post that was being given at the very moment", async () => {
    const ref = await reported();
    await stop();
    await server().deps.pool.query(
      `UPDATE mentions SET status = 'claimed', holder = $2, fence = fence + 1, claim_expires_at = $3::timestamptz + interval '9 minutes', claim_seen_at = $3
       WHERE workspace_id = $1 AND mention_id = $4`,
      [ann.workspaceId, ann.memberId, server().clock.now(), ref.mentionId],
    );
    await freeStopped(server().deps, ann.workspaceId);
    expect((await mentionsOf(staff)).get(ref.mentionId)?.status).toBe("open");
  });

  it("calls nobody to posts meanwhile", async () => {
    const choices = { off: [], quiet: null, zone: "UTC", perHour: 20 };
    await ann.run("alerts.choose", { choices });
    await stop();
    const mentionId = `x:${++posts}`;
    await admin.run("mention.report", sighting(mentionId.slice(2), { postedAt: server().clock.now().toISOString() }));
    const called = async () => {
      await callMembers(server().deps, ann.workspaceId, () => 0.5);
      return (await server().deps.pool.query("SELECT 1 FROM calls WHERE workspace_id = $1", [ann.workspaceId])).rowCount;
    };
    expect(await called()).toBe(0);
    await admin.run("brake.set", { isOn: false });
    expect(await called()).toBe(1);
  });
});
