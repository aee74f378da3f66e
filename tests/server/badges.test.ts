import { beforeEach, describe, expect, it } from "vitest";
import { badgeNames } from "../../lib/schema/badges.ts";
import { keptDays } from "../../lib/schema/limits.ts";
import { tendBadges } from "../../server/jobs/badges.ts";
import { tendPoints } from "../../server/jobs/points.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { type Community, gather } from "./proven-work.ts";
import { askToLook, everything, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

let { admin, staff, nia, rob, reported, agreed, approved, answered, thanked } = {} as Community;

beforeEach(async () => {
  ({ admin, staff, nia, rob, reported, agreed, approved, answered, thanked } = await gather(server()));
});

const tend = async () => {
  await tendPoints(server().deps, nia.workspaceId);
  await tendBadges(server().deps, nia.workspaceId);
};
const later = async (ms: number) => {
  server().clock.advance(ms);
  await tend();
};
const own = (who = nia) => who.run("member.own_badges", {});
const earned = async (who = nia) => (await own(who)).flatMap(({ badge, earnedAt }) => (earnedAt === null ? [] : badge)).toSorted();
/** What the devices of a member are told that they earned. */
const told = async (who: TestDevice) => {
  const row = (await everything(who)).changes.find((change) => change.kind === "member" && change.value.id === who.memberId);
  return row?.kind === "member" ? row.value.profile?.newBadges : undefined;
};

describe("badges", () => {
  it("are listed to a newcomer with nothing of them earned", async () => {
    await tend();
    expect(await own()).toEqual(badgeNames.map((badge) => ({ badge, count: 0, earnedAt: null })));
  });

  it("come a day after the work was found right, once, and are told once on every device", async () => {
    await agreed();
    await later(23 * hourMs);
    expect(await earned()).toEqual([]);
    await later(2 * hourMs);
    const at = server().clock.now().toISOString();
    await later(hourMs);
    expect((await own()).find(({ badge }) => badge === "keen_eye")).toEqual({ badge: "keen_eye", count: 1, earnedAt: at });
    expect(await told(nia)).toEqual(["keen_eye"]);
    expect(await told(rob)).toEqual([]);
    await nia.run("badges.known", { badges: ["keen_eye", "of a later version"] });
    expect(await told(nia)).toEqual([]);
    await later(hourMs);
    expect(await told(nia)).toEqual([]);
  });

  it("come to who was thanked, who wrote what its readers found good, and who found that answer good before", async () => {
    const mentionId = await answered();
    await thanked(mentionId);
    await later(2 * dayMs);
    expect(await earned()).toEqual(["first_draft", "first_help"]);
    expect(await earned(rob)).toEqual(["first_review"]);
  });

  it("come for ten, not for nine", async () => {
    for (let post = 0; post < 9; post++) await agreed();
    await later(2 * dayMs);
    expect(await earned()).toEqual(["keen_eye"]);
    expect((await own()).find(({ badge }) => badge === "sound_judgement")?.count).toBe(9);
    await agreed();
    await later(2 * dayMs);
    expect(await earned()).toEqual(["keen_eye", "sound_judgement"]);
  });

  it("come for an answer that was found wrong once it is put right, not while it stands", async () => {
    const ann = await server().join(nia.workspaceId, "advocate", 1);
    const mentionId = await reported();
    const { claim } = await ann.run("claim.take", { mentionId });
    const answer = { mentionId, fence: claim?.fence ?? 0, text: "Hold it.\nI'm an Acme customer", url: null };
    await ann.run("reply.posted", { ...answer, proof: "confirmed" });
    await askToLook(server(), mentionId, ann, rob);
    await rob.run("second_look.say", { mentionId, verdict: "wrong", reason: "untrue" });
    await later(2 * dayMs);
    expect(await earned(rob)).toEqual([]);
    await ann.run("second_look.end", { mentionId, ending: "corrected", url: null });
    await later(hourMs);
    expect(await earned(rob)).toEqual(["safety_net"]);
  });

  it("come for a level that the answers lifted to, not for one that was given", async () => {
    const put = (who: TestDevice, reason: string | null) =>
      server().deps.pool.query("UPDATE members SET level = 3, level_reason = $3 WHERE workspace_id = $1 AND member_id = $2", [
        who.workspaceId,
        who.memberId,
        reason,
      ]);
    await put(nia, null);
    await put(rob, "Runs our forum.");
    await tend();
    expect(await earned()).toEqual(["trusted_hand"]);
    expect(await earned(rob)).toEqual([]);
  });

  it("stay when the posts go and when the work is long ago, and go with their member, who begins anew when they return", async () => {
    await agreed();
    await later(2 * dayMs);
    server().clock.advance(keptDays.closed * dayMs);
    await purgeWorkspace(server().deps, nia.workspaceId);
    await tend();
    expect(await earned()).toEqual(["keen_eye"]);
    server().clock.advance(keptDays.points * dayMs);
    await purgeWorkspace(server().deps, nia.workspaceId);
    await tend();
    expect(await own()).toContainEqual({ badge: "keen_eye", count: 0, earnedAt: expect.any(String) });
    await nia.run("member.leave", {});
    const { rows } = await server().deps.pool.query("SELECT * FROM badges WHERE workspace_id = $1", [nia.workspaceId]);
    expect(rows).toEqual([]);
    await tend();
    expect(await earned(await server().join(nia.workspaceId, "advocate", 0))).toEqual([]);
  });

  it("go when the work behind them is taken back, and stay where there is other work", async () => {
    await agreed();
    await later(2 * dayMs);
    const held = await approved();
    await later(30 * hourMs);
    const again = await nia.run("claim.take", { mentionId: held.mentionId });
    await nia.run("reply.posted", { ...held, fence: again.claim?.fence ?? 0, url: null, proof: "confirmed" });
    await later(hourMs);
    expect(await earned()).toEqual(["first_draft", "keen_eye"]);
    await staff.run("member.take_back", { memberId: nia.memberId, hours: 4 });
    expect(await earned()).toEqual(["keen_eye"]);
    await later(2 * dayMs);
    expect(await earned()).toEqual(["keen_eye"]);
  });

  it("are given once by two servers that look at the same time, and when the clock is set back", async () => {
    await agreed();
    server().clock.advance(2 * dayMs);
    await tendPoints(server().deps, nia.workspaceId);
    const { deps } = server();
    await Promise.all([1, 2, 3].map(() => tendBadges(deps, nia.workspaceId)));
    const before = (await own()).find(({ badge }) => badge === "keen_eye");
    await later(-3 * dayMs);
    expect((await own()).find(({ badge }) => badge === "keen_eye")).toEqual(before);
    await admin.run("member.pause", { memberId: nia.memberId });
    await later(4 * dayMs);
    await admin.run("member.resume", { memberId: nia.memberId });
    expect(await earned()).toEqual(["keen_eye"]);
  });
});
