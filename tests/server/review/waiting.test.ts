import { beforeEach, describe, expect, it } from "vitest";
import { lease } from "../../../lib/schema/lifecycle.ts";
import { mostHeld } from "../../../lib/schema/limits.ts";
import { review } from "../../../lib/schema/reviewing.ts";
import { askStaffToReview, sweepWorkspace } from "../../../server/jobs/sweep.ts";
import { fillQueue } from "../fill.ts";
import { everything, mentionsOf, useServer } from "../support.ts";
import { approve, Newcomer, ref, refused, text } from "./newcomer.ts";

const server = useServer();
let t: Newcomer;
beforeEach(async () => {
  t = await Newcomer.join(server());
});

describe("while reviewers read", () => {
  it("the claim stands still, without a sign of the author, and begins anew when they decided", async () => {
    await t.send();
    server().clock.advance(review.leaseMs - 60_000);
    await sweepWorkspace(server().deps, t.nia.workspaceId);
    await expect(t.ann.run("claim.take", ref())).rejects.toMatchObject(refused("lease_held"));
    const { claim } = await approve(t.sam);
    expect(Date.parse(claim?.expiresAt ?? "")).toBe(server().clock.now().getTime() + lease.lengthMs);
    server().clock.advance(lease.lengthMs - 60_000);
    await sweepWorkspace(server().deps, t.nia.workspaceId);
    expect((await t.post(text)).status).toBe("answered");
  });

  it("a heartbeat takes nothing away from the author's time", async () => {
    await t.send();
    await t.nia.run("claim.heartbeat", { ...ref(), fence: t.fence });
    server().clock.advance(lease.silenceMs * 2);
    await sweepWorkspace(server().deps, t.nia.workspaceId);
    expect((await mentionsOf(t.sam)).get("x:1")?.claim?.holder.id).toBe(t.nia.memberId);
  });

  it("giving the post back takes the draft back too", async () => {
    await t.send();
    expect((await t.nia.run("claim.release", { ...ref(), fence: t.fence })).draft?.status).toBe("writing");
    await expect(approve(t.ann)).rejects.toMatchObject(refused("move_not_allowed"));
  });

  it("ten minutes without a reviewer make it staff's, once and on record; a review starts them anew", async () => {
    await t.send();
    server().clock.advance(review.waitMs - 1_000);
    await approve(t.ann);
    server().clock.advance(review.waitMs - 1_000);
    await askStaffToReview(server().deps, t.nia.workspaceId);
    const { changes, cursor } = await everything(t.sam);
    expect(JSON.stringify(changes)).toContain('"forStaff":false');
    server().clock.advance(1_000);
    await askStaffToReview(server().deps, t.nia.workspaceId);
    expect((await everything(t.sam, cursor)).changes).toMatchObject([
      { kind: "mention", value: { draft: { review: { forStaff: true, needs: 1 } } } },
    ]);
    await askStaffToReview(server().deps, t.nia.workspaceId);
    const history = await t.sam.run("mention.history", ref());
    expect(history.map(({ action }) => action)).toEqual(["review.request", "review.approve", "rule.review_waited"]);
    expect(history.at(-1)?.who).toBeNull();
    expect((await approve(t.sam)).draft).toMatchObject({ status: "approved", review: { forStaff: false } });
  });
});

it("a draft in review comes to a device on its first way wherever its post ranks, also when nobody holds that any more", async () => {
  await t.send();
  server().clock.advance(review.leaseMs);
  await sweepWorkspace(server().deps, t.nia.workspaceId);
  await fillQueue(server().deps.pool, t.ann.workspaceId, mostHeld.queue + 1, { priority: 99 });
  expect((await mentionsOf(t.ann)).get("x:1")).toMatchObject({ status: "open", draft: { status: "in_review" } });
  expect((await approve(t.sam)).draft?.status).toBe("approved");
});
