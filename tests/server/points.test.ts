import { beforeEach, describe, expect, it } from "vitest";
import { keptDays } from "../../lib/schema/limits.ts";
import { mostPointsADay } from "../../lib/schema/points.ts";
import { tendPoints } from "../../server/jobs/points.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { handOutLooks } from "../../server/jobs/second-looks.ts";
import { type Community, gather } from "./proven-work.ts";
import { useServer } from "./support.ts";

const server = useServer();
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

let { admin, staff, nia, rob, reported, agreed, approved, answered, thanked } = {} as Community;

beforeEach(async () => {
  ({ admin, staff, nia, rob, reported, agreed, approved, answered, thanked } = await gather(server()));
});

const tend = () => tendPoints(server().deps, nia.workspaceId);
const later = async (ms: number) => {
  server().clock.advance(ms);
  await tend();
};
const own = (device = nia) => device.run("member.own_points", {});

describe("points", () => {
  it("come a day after staff agreed, once, with a line that says what for", async () => {
    const at = server().clock.now().toISOString();
    const mentionId = await agreed();
    await later(23 * hourMs);
    expect(await own()).toEqual({ total: 0, week: 0, lines: [] });
    await later(2 * hourMs);
    await later(hourMs);
    const line = { source: "proposal_agreed", points: 3, mentionId, link: expect.stringContaining(`/${mentionId.slice(2)}`), at };
    expect(await own()).toEqual({ total: 3, week: 3, lines: [line] });
    expect((await own(rob)).total).toBe(0);
    expect((await own(staff)).total).toBe(0);
  });

  it("do not come for what staff took back, or for what another advocate agreed to", async () => {
    const undone = await agreed();
    await staff.run("mention.reopen", { mentionId: undone });
    const mentionId = await reported();
    await nia.run("mention.dismiss", { mentionId, reason: "spam" });
    await rob.run("mention.dismiss", { mentionId, reason: "spam" });
    await later(2 * dayMs);
    expect((await own()).lines).toEqual([]);
  });

  it("come for a draft that its readers found good, and to a reader when its author is thanked", async () => {
    const mentionId = await answered();
    await later(2 * dayMs);
    expect((await own()).lines).toMatchObject([{ source: "draft_approved", points: 2, mentionId }]);
    expect((await own(rob)).lines).toEqual([]);
    await thanked(mentionId);
    await later(2 * dayMs);
    expect((await own(rob)).lines).toMatchObject([{ source: "review_proved", points: 2, mentionId }]);
    expect((await own()).total).toBe(2);
  });

  it("come for a second look, unless staff found that the answer was right after all", async () => {
    await admin.run("looks.set", { oneIn: [1, 1, 1], fromLevel: 1 });
    const ann = await server().join(nia.workspaceId, "advocate", 1);
    const published: string[] = [];
    for (let post = 0; post < 2; post++) {
      const mentionId = await reported();
      const { claim } = await ann.run("claim.take", { mentionId });
      const held = { mentionId, fence: claim?.fence ?? 0 };
      await ann.run("reply.posted", { ...held, text: "Hold it.\nI'm an Acme customer", url: null, proof: "confirmed" });
      published.push(mentionId);
    }
    await handOutLooks(server().deps, nia.workspaceId);
    const [first = "", second = ""] = published;
    await rob.run("second_look.say", { mentionId: first, verdict: "helpful" });
    await rob.run("second_look.say", { mentionId: second, verdict: "wrong", reason: "untrue" });
    await staff.run("second_look.end", { mentionId: second, ending: "right", url: null });
    await later(2 * dayMs);
    expect((await own(rob)).lines).toMatchObject([{ source: "second_look", points: 1, mentionId: first }]);
  });

  it("go when the answer behind them is taken back, also one that was approved long before it was posted, and return when that is undone", async () => {
    const held = await approved();
    await later(30 * hourMs);
    const again = await nia.run("claim.take", { mentionId: held.mentionId });
    await nia.run("reply.posted", { ...held, fence: again.claim?.fence ?? 0, url: null, proof: "confirmed" });
    await thanked(held.mentionId);
    await agreed();
    await later(hourMs);
    expect((await own()).lines).toMatchObject([{ source: "draft_approved", points: 2 }]);
    const { id } = await staff.run("member.take_back", { memberId: nia.memberId, hours: 4 });
    expect(await own()).toEqual({ total: 0, week: 0, lines: [] });
    await later(2 * dayMs);
    expect((await own()).lines).toMatchObject([{ source: "proposal_agreed" }]);
    expect((await own(rob)).total).toBe(0);
    await staff.run("take_back.undo", { id });
    expect((await own()).lines).toMatchObject([{ source: "proposal_agreed" }, { source: "draft_approved" }]);
  });

  it("end at the day's most, and the ledger says so", async () => {
    for (let post = 0; post < 9; post++) await agreed();
    await later(2 * dayMs);
    const { total, lines } = await own();
    expect(total).toBe(mostPointsADay);
    expect(lines.map(({ points }) => points).sort()).toEqual([0, 0, 2, 3, 3, 3, 3, 3, 3]);
  });

  it("of the week begin anew on Monday, in the workspace's zone", async () => {
    await agreed();
    await later(2 * dayMs);
    expect(await own()).toMatchObject({ total: 3, week: 3 });
    server().clock.advance(7 * dayMs);
    expect(await own()).toMatchObject({ total: 3, week: 0 });
  });

  it("outlive the post without its address, go after a year, and with their member at once", async () => {
    await agreed();
    await later(2 * dayMs);
    server().clock.advance(keptDays.closed * dayMs);
    await purgeWorkspace(server().deps, nia.workspaceId);
    await tend();
    expect(await own()).toMatchObject({ total: 3, lines: [{ mentionId: null }] });
    const rows = async () => (await server().deps.pool.query("SELECT * FROM points WHERE workspace_id = $1", [nia.workspaceId])).rows;
    expect(JSON.stringify(await rows())).not.toContain("x:");
    await agreed();
    await later(2 * dayMs);
    server().clock.advance((keptDays.points - keptDays.closed) * dayMs);
    await purgeWorkspace(server().deps, nia.workspaceId);
    expect(await rows()).toHaveLength(1);
    await admin.run("member.remove", { memberId: nia.memberId });
    expect(await rows()).toEqual([]);
  });

  it("are written once by two servers that look at the same time", async () => {
    await agreed();
    server().clock.advance(2 * dayMs);
    await Promise.all([tend(), tend(), tend()]);
    expect(await own()).toMatchObject({ total: 3, lines: [{ points: 3 }] });
  });
});
