import { beforeEach, describe, expect, it } from "vitest";
import { defaultClock } from "../../lib/schema/clock.ts";
import { tendPoints } from "../../server/jobs/points.ts";
import { type Community, gather } from "./proven-work.ts";
import { type TestDevice, useServer } from "./support.ts";

const server = useServer();
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

let { admin, staff, nia, rob, agreed, approved } = {} as Community;

const weekMs = 7 * dayMs;
/** A Monday at ten, in UTC: each test begins on the next one. */
const mondayMs = Date.parse("2026-03-02T10:00:00Z");

beforeEach(async () => {
  const { clock } = server();
  clock.advance((weekMs - ((clock.now().getTime() - mondayMs) % weekMs)) % weekMs);
  ({ admin, staff, nia, rob, agreed, approved } = await gather(server()));
  await nia.run("board.choose", { isListed: true });
});

const later = async (ms: number) => {
  server().clock.advance(ms);
  await tendPoints(server().deps, nia.workspaceId);
};
const read = (who = rob, ...languages: string[]) => who.run("board.read", { languages });
const names = async (who = rob, ...languages: string[]) => (await read(who, ...languages)).rows.map(({ name }) => name);

/** Lines of a ledger as the job writes them: so many points each in this week. */
async function give(who: readonly TestDevice[], points: number, lang = "en") {
  for (const { workspaceId, memberId } of who)
    await server().deps.pool.query(
      `INSERT INTO points (workspace_id, member_id, source, item, points, day, at, week, lang)
       VALUES ($1, $2, 'second_look', sha256(convert_to($3::text, 'UTF8')), $4, $5::timestamptz::date, $5::timestamptz, $5::timestamptz::date, $3)`,
      [workspaceId, memberId, lang, points, server().clock.now()],
    );
}
const join = async (count: number) => {
  const joined: TestDevice[] = [];
  for (let n = 0; n < count; n++) {
    const device = await server().join(nia.workspaceId, "advocate", 1);
    await device.run("board.choose", { isListed: true });
    joined.push(device);
  }
  return joined;
};

describe("the weekly board", () => {
  it("is empty on a quiet Monday", async () => {
    expect(await read()).toEqual({ language: null, languages: [], rows: [], alsoTenth: 0, isListed: false });
  });

  it("shows who chose to be listed, by the language of the posts, in the first of those that the reader reads", async () => {
    await agreed(nia, "en");
    await agreed(nia, "he");
    await agreed(nia, "he");
    await later(25 * hourMs);
    expect(await read(rob, "vi", "he", "en")).toMatchObject({ language: "he", rows: [{ place: 1, points: 6, isMine: false }] });
    const board = await read(nia, "en");
    expect(board).toMatchObject({ language: "en", rows: [{ points: 3, isMine: true }], isListed: true });
    expect(board.languages.toSorted()).toEqual(["en", "he"]);
  });

  it("shows nobody who did not choose so, nor staff, whatever they chose", async () => {
    await staff.run("board.choose", { isListed: true });
    await give([nia, rob, staff], 5);
    expect((await read(rob)).rows).toHaveLength(1);
    await nia.run("board.choose", { isListed: false });
    expect(await read(nia)).toMatchObject({ language: null, rows: [], isListed: false });
    await nia.run("board.choose", { isListed: true });
    expect((await read(rob)).rows).toHaveLength(1);
  });

  it("shows ten and the one who asks, ties in one place", async () => {
    const members = await join(12);
    await give(members.slice(0, 4), 20);
    await give(members.slice(4), 7);
    const last = (await Promise.all(members.map((who) => read(who)))).find(({ rows }) => rows.length === 11);
    expect(last?.rows.map(({ place }) => place)).toEqual([1, 1, 1, 1, 5, 5, 5, 5, 5, 5, 5]);
    expect(last?.rows.map(({ isMine }) => isMine).indexOf(true)).toBe(10);
    expect(last?.alsoTenth).toBe(1);
    expect(await read(rob)).toMatchObject({ alsoTenth: 2 });
  });

  it("begins anew on Monday in the workspace's zone, and no work is lost between two weeks", async () => {
    server().clock.advance(6 * dayMs);
    await agreed();
    await later(dayMs + hourMs);
    // Sunday's work is found right on Monday, and counts in the week in which it is seen.
    expect(await read()).toMatchObject({ rows: [{ points: 3 }] });
    server().clock.advance(6 * dayMs);
    expect(await read()).toMatchObject({ rows: [{ points: 3 }] });
    server().clock.advance(dayMs);
    expect(await read()).toMatchObject({ rows: [] });
  });

  it("counts each line once when the zone changes on a Monday, or the clock is set back", async () => {
    await agreed();
    await later(25 * hourMs);
    server().clock.advance(5 * dayMs + 15 * hourMs);
    const week = Array.from({ length: 7 }, () => [{ from: "00:00", to: "23:59" }]);
    const zone = (name: string) => admin.run("clock.save", { ...defaultClock, hours: { zone: name, week, holidays: [] } });
    // Monday, two hours after midnight in UTC; in New York it is Sunday still.
    expect(await read()).toMatchObject({ rows: [] });
    await agreed();
    await zone("America/New_York");
    expect(await read()).toMatchObject({ rows: [{ points: 3 }] });
    await later(2 * dayMs);
    expect(await read()).toMatchObject({ rows: [{ points: 3 }] });
    await later(-3 * dayMs);
    expect(await read()).toMatchObject({ rows: [{ points: 3 }] });
    expect(await nia.run("member.own_points", {})).toMatchObject({ total: 6, week: 3 });
  });

  it("forgets at once who is paused or leaves; who returns begins unlisted", async () => {
    await give([nia], 5);
    await admin.run("member.pause", { memberId: nia.memberId });
    expect(await names()).toEqual([]);
    await admin.run("member.resume", { memberId: nia.memberId });
    expect(await names()).toHaveLength(1);
    await nia.run("away.begin", { until: null });
    expect(await names()).toHaveLength(1);
    await nia.run("member.leave", {});
    expect(await names()).toEqual([]);
    const again = await server().join(nia.workspaceId, "advocate", 0);
    await give([again], 5);
    expect(await names()).toEqual([]);
    expect(await read(again)).toMatchObject({ isListed: false });
  });

  it("follows what is taken back, and its undoing", async () => {
    const held = await approved();
    await later(30 * hourMs);
    const again = await nia.run("claim.take", { mentionId: held.mentionId });
    await nia.run("reply.posted", { ...held, fence: again.claim?.fence ?? 0, url: null, proof: "confirmed" });
    await later(hourMs);
    expect(await read()).toMatchObject({ rows: [{ points: 2 }] });
    const { id } = await staff.run("member.take_back", { memberId: nia.memberId, hours: 4 });
    expect((await read()).rows).toEqual([]);
    await staff.run("take_back.undo", { id });
    expect(await read()).toMatchObject({ rows: [{ points: 2 }] });
  });

  it("shows names as they are, which are never longer than a name may be", async () => {
    await give([nia], 5);
    await expect(nia.run("member.rename", { name: "N".repeat(200) })).rejects.toMatchObject({ code: "malformed" });
    for (const name of ["<b>Nia</b> & {name}", "נועה 日本 👩‍👩‍👧‍👧", "N".repeat(80)]) {
      await nia.run("member.rename", { name });
      expect(await names()).toEqual([name]);
    }
    await nia.run("member.rename", { name: "\u202eaiN" });
    expect(await names()).toEqual(["aiN"]);
  });
});
