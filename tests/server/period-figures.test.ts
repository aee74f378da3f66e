import { beforeEach, describe, expect, it } from "vitest";
import type { ClockSettings } from "../../lib/schema/clock.ts";
import { defaultClock } from "../../lib/schema/clock.ts";
import { keptDays } from "../../lib/schema/limits.ts";
import type { Sighting } from "../../lib/schema/mention.ts";
import type { FigureDimension, FigurePeriod } from "../../lib/schema/period-figures.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { countFigures, sumMonths } from "../../server/operations/counting.ts";
import { sighting, type TestDevice, useServer } from "./support.ts";

const server = useServer();
const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 24 * 3_600_000];
let admin: TestDevice;
let ann: TestDevice;
let sam: TestDevice;
let ira: TestDevice;
let posts = 0;

beforeEach(async () => {
  const workspace = await server().workspace();
  admin = await server().join(workspace, "admin");
  ann = await server().join(workspace, "advocate", 2);
  sam = await server().join(workspace, "staff");
  ira = await server().join(workspace, "analyst");
});

const figures = (period: FigurePeriod = "week", by: FigureDimension | null = null, who = ira) =>
  who.run("figures.of_period", { period, by });
const countNow = () => countFigures(server().deps, ann.workspaceId);
const advance = (ms: number) => server().clock.advance(ms);

/** A post that is seen as it is posted. */
async function seen(changed: Partial<Sighting> = {}, by = ann): Promise<string> {
  const postId = String(++posts);
  await by.run("mention.report", sighting(postId, { postedAt: server().clock.now().toISOString(), ...changed }));
  return `${changed.site ?? "x"}:${postId}`;
}

async function answer(mentionId: string, by = ann, source: string | null = null): Promise<void> {
  const { claim } = await by.run("claim.take", { mentionId });
  const from = source === null ? null : { source, edited: false };
  const text = by === sam ? "Hold it.\nI work for Acme" : "Hold it.\nI'm an Acme customer";
  await by.run("reply.posted", { mentionId, fence: claim?.fence ?? 0, text, url: null, proof: "confirmed", from });
}

/** Everything but when it was read. */
async function told(period: FigurePeriod = "month", by: FigureDimension | null = null) {
  const { at, ...rest } = await figures(period, by);
  return rest;
}

/** What is the same whether it is added up now or was counted before. */
async function sameCounted(): Promise<void> {
  const live = [await told("month", "label"), await told("years", "hour"), await told("week", "list")];
  await countNow();
  expect([await told("month", "label"), await told("years", "hour"), await told("week", "list")]).toEqual(live);
}

const inZone = (zone: string): ClockSettings => ({
  ...defaultClock,
  hours: { zone, week: Array.from({ length: 7 }, () => [{ from: "09:00", to: "17:00" }]), holidays: [] },
});

describe("the figures of a period", () => {
  it("say nothing of a workspace without a post, and no share of one", async () => {
    expect(await figures()).toMatchObject({ now: { seen: 0, responseRate: { part: 0, of: 0, share: null } }, by: null, topAnswers: [] });
    await seen();
    const { now, days, backlog } = await figures();
    expect(now).toMatchObject({
      seen: 1,
      needed: 1,
      answered: 0,
      responseRate: { part: 0, of: 1, share: null },
      within2h: { part: 0, of: 0 },
    });
    expect(now.firstAnswer).toEqual({ of: 0, medianMs: null, p90Ms: null });
    expect(days).toHaveLength(7);
    expect(days.at(-1)).toMatchObject({ seen: 1 });
    expect(backlog).toMatchObject({ community: 1, staff: 0, inWork: 0, ages: { under2h: 1, older: 0 } });
    await sameCounted();
  });

  it("count who needed an answer, who got one, from whom, how fast, and where the others were lost", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 16; n += 1) ids.push(await seen());
    const [spam, same, taken, lapsed, put, ...rest] = ids as [string, string, string, string, string, ...string[]];
    advance(minuteMs);
    await admin.run("mention.dismiss", { mentionId: spam, reason: "spam" });
    await admin.run("mention.merge", { mentionId: same, intoId: taken });
    await ann.run("claim.take", { mentionId: lapsed });
    const { claim } = await sam.run("claim.take", { mentionId: put });
    await sam.run("claim.release", { mentionId: put, fence: claim?.fence ?? 0 });
    for (const mentionId of rest.slice(0, 6)) await answer(mentionId);
    advance(5 * hourMs);
    for (const mentionId of rest.slice(6, 10)) await answer(mentionId, sam);
    await server().deps.pool.query(
      "UPDATE mentions SET triage = triage || '{\"answerability\": 0.1}', revision = revision WHERE mention_id = $1",
      [rest[10]],
    );
    await sam.run("claim.take", { mentionId: lapsed });
    const { now, lost, claims, backlog } = await figures();
    expect(now).toMatchObject({ seen: 16, needed: 13, claimed: 12, answered: 10, responseRate: { part: 10, of: 13, share: 10 / 13 } });
    expect(now.within2h).toEqual({ part: 6, of: 13, share: 6 / 13 });
    expect(now.within24h).toEqual({ part: 10, of: 10, share: 1 });
    expect(now.community).toEqual({ part: 6, of: 10, share: 0.6 });
    expect(now.firstAnswer.of).toBe(10);
    expect(Math.abs((now.firstAnswer.medianMs ?? 0) / minuteMs - 1)).toBeLessThan(0.011);
    expect(Math.abs((now.firstAnswer.p90Ms ?? 0) / (5 * hourMs + minuteMs) - 1)).toBeLessThan(0.011);
    expect(lost).toMatchObject({ spam: 1, merged: 1, noAnswerExpected: 1, neverTaken: 1, inWork: 1, putDown: 1, otherwise: 0 });
    expect(claims).toEqual({ taken: 13, givenBack: 1, ranOut: 1 });
    expect(backlog).toMatchObject({ community: 2, inWork: 1, ages: { under24h: 3 } });
    await sameCounted();
  });

  it("are told by each dimension, lists by their names", async () => {
    const entry = { id: "brand", text: "acme", label: "Acme", mustNear: [], mustNotNear: [] };
    await admin.run("keywords.push", { listId: "main", name: "Our names", baseVersion: 0, entries: [entry] });
    await answer(await seen());
    await seen();
    for (const [by, key] of [
      ["site", "x"],
      ["route", "community"],
      ["kind", "question"],
      ["language", "en"],
      ["weekday", "1"],
      ["hour", "15"],
    ] as const) {
      const { by: told } = await figures("month", by);
      expect(
        told?.values.map((each) => each.key),
        by,
      ).toContain(key);
      expect(
        told?.values.reduce((sum, each) => sum + each.seen, 0),
        by,
      ).toBe(2);
    }
    await countNow();
    const { by } = await figures("month", "list");
    expect(by?.values).toMatchObject([{ key: "main", name: "Our names", seen: 2, answered: 1 }]);
    expect((await figures("month", "label")).by).toMatchObject({ values: [{ key: "Acme", seen: 2 }], left: { values: 0, seen: 0 } });
  });

  it("belong to the day of the post, however late it is answered, and compare with the days before", async () => {
    const mentionId = await seen();
    await countNow();
    advance(8 * dayMs);
    await answer(mentionId);
    await seen();
    for (const count of [async () => {}, countNow]) {
      await count();
      expect(await figures("week")).toMatchObject({
        now: { seen: 1, answered: 0 },
        before: { seen: 1, answered: 1, within24h: { part: 0, of: 1 } },
      });
      expect(await figures("years")).toMatchObject({ now: { seen: 2, answered: 1 }, before: null });
    }
  });

  it("forget an answer that is taken back, and count it once where a post is answered again", async () => {
    const mentionId = await seen({}, sam);
    await answer(mentionId);
    await countNow();
    await admin.run("member.take_back", { memberId: ann.memberId, hours: 1 });
    expect(await figures()).toMatchObject({ now: { answered: 0, needed: 1 } });
    await sameCounted();
    await answer(mentionId, sam);
    expect(await figures()).toMatchObject({ now: { answered: 1, community: { part: 0, of: 1 } } });
    await sameCounted();
  });

  it("name the answers on record that were used, and what came of them", async () => {
    await admin.run("knowledge.save", {
      items: [{ id: "kept", lang: "en", title: "Pairing", topics: [], answer: "Hold it.", link: null }],
    });
    const mentionId = await seen();
    await answer(mentionId, ann, "kept");
    await sam.run("mention.follow_up", { mentionId, postId: "90001", excerpt: "Thank you so much, that worked!", url: null, lang: "en" });
    expect(await figures()).toMatchObject({
      topAnswers: [{ itemId: "kept", title: "Pairing", used: 1, liked: 1 }],
      quality: { thanks: 1, stillBroken: 0 },
    });
    await sameCounted();
  });
});

describe("what was counted", () => {
  it("stays as it was when the posts are purged, and names nobody", async () => {
    for (let n = 0; n < 12; n += 1) await answer(await seen({ excerpt: "Does the acme app work on my sesame tablet?" }));
    await seen();
    await countNow();
    advance((keptDays.closed + 1) * dayMs);
    const before = [await told("quarter", "label"), await told("years", "hour")];
    await purgeWorkspace(server().deps, ann.workspaceId);
    const { pool } = server().deps;
    const { rows } = await pool.query("SELECT count(*) AS left FROM figure_posts WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows).toEqual([{ left: 1 }]);
    expect([await told("quarter", "label"), await told("years", "hour")]).toEqual(before);
    expect(before[0]?.now).toMatchObject({ seen: 13, answered: 12, firstAnswer: { of: 12 } });
    const kept = JSON.stringify((await pool.query("SELECT * FROM figures WHERE workspace_id = $1", [ann.workspaceId])).rows);
    for (const word of ["sesame", "someone", ann.memberId]) expect(kept).not.toContain(word);
  });

  it("also of posts that were never counted before they went", async () => {
    await answer(await seen());
    advance((keptDays.closed + 1) * dayMs);
    await purgeWorkspace(server().deps, ann.workspaceId);
    expect(await figures("quarter")).toMatchObject({ now: { seen: 1, answered: 1 } });
  });

  it("is the same counted once or by several at once, and is forgotten after two years", async () => {
    for (let n = 0; n < 3; n += 1) await answer(await seen());
    const live = await told();
    await Promise.all([countNow(), countNow(), countNow()]);
    await countNow();
    expect(await told()).toEqual(live);
    advance((keptDays.figures + 1) * dayMs);
    await purgeWorkspace(server().deps, ann.workspaceId);
    const { rows } = await server().deps.pool.query("SELECT FROM figures WHERE workspace_id = $1", [ann.workspaceId]);
    expect(rows).toHaveLength(0);
  });

  it("is added up by months, and read by days where one changed since", async () => {
    const late = await seen();
    await answer(await seen());
    await countNow();
    advance(70 * dayMs);
    const live = [await told("years", "site"), await told("years", "weekday")];
    await sumMonths(server().deps, ann.workspaceId);
    const months = "SELECT FROM figures WHERE workspace_id = $1 AND span = 'month' AND dimension = 'all'";
    expect((await server().deps.pool.query(months, [ann.workspaceId])).rows).toHaveLength(1);
    expect([await told("years", "site"), await told("years", "weekday")]).toEqual(live);
    await answer(late, sam);
    await countNow();
    expect((await figures("years", "site")).by).toMatchObject({ values: [{ key: "x", seen: 2, answered: 2 }] });
    await sumMonths(server().deps, ann.workspaceId);
    expect((await figures("years", "site")).by).toMatchObject({ values: [{ key: "x", seen: 2, answered: 2 }] });
  });

  it("is of one workspace, and for who may see figures", async () => {
    await seen();
    await countNow();
    const other = await server().join(await server().workspace(), "admin");
    expect(await figures("years", "site", other)).toMatchObject({ now: { seen: 0 }, by: { values: [] } });
    await expect(figures("week", null, ann)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("days and hours", () => {
  /** A post as of that instant: day and hour that it counts for. */
  async function placeOf(zone: string, instants: readonly string[]): Promise<(readonly [string, number])[]> {
    await admin.run("clock.save", inZone(zone));
    const ids: string[] = [];
    for (const _ of instants) ids.push(await seen());
    const { pool } = server().deps;
    for (const [place, instant] of instants.entries())
      await pool.query("UPDATE mentions SET first_seen_at = $3 WHERE workspace_id = $1 AND mention_id = $2", [
        ann.workspaceId,
        ids[place],
        instant,
      ]);
    await countNow();
    const { rows } = await pool.query("SELECT mention_id, day::text, hour FROM figure_posts WHERE workspace_id = $1", [ann.workspaceId]);
    return ids.map((id) => rows.filter((row) => row.mention_id === id).map(({ day, hour }) => [day, hour] as const)[0] ?? ["", -1]);
  }

  it("are the workspace's, also in zones that are half an hour or a quarter beside", async () => {
    expect(await placeOf("Asia/Kolkata", ["2026-03-01T18:29:59Z", "2026-03-01T18:30:00Z"])).toEqual([
      ["2026-03-01", 23],
      ["2026-03-02", 0],
    ]);
    expect(await placeOf("Asia/Kathmandu", ["2026-03-01T18:14:59Z", "2026-03-01T18:15:00Z"])).toEqual([
      ["2026-03-01", 23],
      ["2026-03-02", 0],
    ]);
  });

  it("are those of the clock when it is put forward and back: no post is lost, none counted twice", async () => {
    const spring = await placeOf("Europe/Oslo", [
      "2026-03-28T22:59:59Z",
      "2026-03-28T23:00:00Z",
      "2026-03-29T00:59:59Z",
      "2026-03-29T01:00:00Z",
    ]);
    expect(spring).toEqual([
      ["2026-03-28", 23],
      ["2026-03-29", 0],
      ["2026-03-29", 1],
      ["2026-03-29", 3],
    ]);
    const autumn = await placeOf("Europe/Oslo", [
      "2025-10-25T22:00:00Z",
      "2025-10-26T00:30:00Z",
      "2025-10-26T01:30:00Z",
      "2025-10-26T22:59:59Z",
    ]);
    expect(autumn).toEqual([
      ["2025-10-26", 0],
      ["2025-10-26", 2],
      ["2025-10-26", 2],
      ["2025-10-26", 23],
    ]);
    const twoOClock = "SELECT seen FROM figures WHERE workspace_id = $1 AND dimension = 'hour' AND value = '2' AND starts = '2025-10-26'";
    expect((await server().deps.pool.query(twoOClock, [ann.workspaceId])).rows).toEqual([{ seen: 2 }]);
  });
});
