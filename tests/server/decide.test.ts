import { beforeEach, describe, expect, it } from "vitest";
import { sighting, type TestDevice, team, useServer } from "./support.ts";

const server = useServer();
let ann: TestDevice;
let ben: TestDevice;
let sam: TestDevice;

const ref = { mentionId: "x:1" };
const refused = (code: string) => ({ code });
const toStaff = { ...ref, route: "first_line", note: " needs a person " } as const;

beforeEach(async () => {
  [ann, ben, sam] = await team(server());
  await ann.run("mention.report", sighting("1"));
});

describe("an advocate", () => {
  it("hands a post to staff, with a note, and gives up the claim by it", async () => {
    const { claim } = await ann.run("claim.take", ref);
    expect(await ann.run("mention.route", toStaff)).toMatchObject({
      status: "escalated",
      route: "first_line",
      note: "needs a person",
      claim: null,
    });
    await expect(ann.run("claim.heartbeat", { ...ref, fence: claim?.fence ?? 0 })).rejects.toMatchObject(refused("lease_lost"));
  });

  it("decides nothing about a post that somebody else holds", async () => {
    await ben.run("claim.take", ref);
    await expect(ann.run("mention.route", toStaff)).rejects.toMatchObject(refused("lease_held"));
    await expect(ann.run("mention.dismiss", { ...ref, reason: "spam" })).rejects.toMatchObject(refused("lease_held"));
  });

  it("decides nothing about a post that is staff's", async () => {
    await ann.run("mention.route", toStaff);
    await expect(ann.run("mention.route", { ...ref, route: "community", note: "" })).rejects.toMatchObject(refused("forbidden"));
    await expect(ann.run("mention.route", { ...ref, route: "second_line", note: "" })).rejects.toMatchObject(refused("forbidden"));
    await expect(ann.run("mention.dismiss", { ...ref, reason: "spam" })).rejects.toMatchObject(refused("forbidden"));
  });

  it("dismisses and undoes it", async () => {
    expect(await ann.run("mention.dismiss", { ...ref, reason: "not_about_us" })).toMatchObject({
      status: "dismissed",
      note: "not_about_us",
    });
    await expect(ben.run("claim.take", ref)).rejects.toMatchObject(refused("move_not_allowed"));
    await expect(ben.run("mention.dismiss", { ...ref, reason: "spam" })).resolves.toMatchObject({ status: "dismissed", note: "spam" });
    expect(await ben.run("mention.reopen", ref)).toMatchObject({ status: "open", note: null });
    await expect(ben.run("mention.reopen", ref)).rejects.toMatchObject(refused("move_not_allowed"));
  });
});

describe("staff", () => {
  it("moves a post between its lines and back to the community", async () => {
    await ann.run("mention.route", toStaff);
    expect(await sam.run("mention.route", { ...ref, route: "second_line", note: "" })).toMatchObject({
      status: "escalated",
      route: "second_line",
    });
    expect(await sam.run("mention.route", { ...ref, route: "community", note: "" })).toMatchObject({
      status: "open",
      route: "community",
      note: null,
    });
  });

  it("may take a post out of an advocate's hands", async () => {
    await ann.run("claim.take", ref);
    expect(await sam.run("mention.route", toStaff)).toMatchObject({ status: "escalated", claim: null });
    await sam.run("claim.take", ref);
    expect(await sam.run("mention.dismiss", { ...ref, reason: "spam" })).toMatchObject({ status: "dismissed", claim: null });
    expect(await sam.run("mention.reopen", ref)).toMatchObject({ status: "escalated", route: "first_line" });
  });
});

describe("the audit log", () => {
  it("says who decided what, and only what took effect", async () => {
    await ben.run("claim.take", ref);
    await expect(ann.run("mention.dismiss", { ...ref, reason: "spam" })).rejects.toMatchObject(refused("lease_held"));
    await sam.run("mention.dismiss", { ...ref, reason: "spam" });
    const { rows } = await server().deps.pool.query(
      "SELECT member_id, action, subject, detail FROM audit_log WHERE workspace_id = $1 AND action <> 'join'",
      [ann.workspaceId],
    );
    expect(rows).toEqual([{ member_id: sam.memberId, action: "mention.dismiss", subject: "x:1", detail: { reason: "spam" } }]);
  });
});
