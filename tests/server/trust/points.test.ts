import { describe, expect, it } from "vitest";
import { mostPointsADay } from "../../../lib/schema/points.ts";
import { beginOf, dayIn, type Earned, hadBefore, linesFor, mondayOf } from "../../../server/trust/points.ts";

const earned = (parts: Partial<Earned> = {}): Earned => ({
  memberId: "ann",
  source: "proposal_agreed",
  mentionId: "x:1",
  lang: "en",
  at: new Date("2026-03-02T10:00:00Z"),
  ...parts,
});
const utc = dayIn("UTC");

describe("days of a workspace's calendar", () => {
  it.each([
    ["UTC", "2026-03-01T23:30:00Z", "2026-03-01"],
    ["Asia/Taipei", "2026-03-01T23:30:00Z", "2026-03-02"],
    ["America/New_York", "2026-03-02T03:00:00Z", "2026-03-01"],
    // The hour that is there twice when summer time ends.
    ["Europe/Oslo", "2026-10-25T00:30:00Z", "2026-10-25"],
    ["Europe/Oslo", "2026-10-25T23:30:00Z", "2026-10-26"],
  ])("in %s %s lies on %s", (zone, at, day) => {
    expect(dayIn(zone)(new Date(at))).toBe(day);
  });

  it.each([
    ["UTC", "2026-03-02", "2026-03-02T00:00:00.000Z"],
    ["Asia/Taipei", "2026-03-02", "2026-03-01T16:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-03-02", "2026-03-01T10:00:00.000Z"],
    ["America/New_York", "2026-03-09", "2026-03-09T04:00:00.000Z"],
  ])("in %s %s begins at %s", (zone, day, at) => expect(beginOf(day, dayIn(zone)).toISOString()).toBe(at));

  it.each([
    ["2026-03-02", "2026-03-02"],
    ["2026-03-08", "2026-03-02"],
    ["2026-03-01", "2026-02-23"],
    ["2026-01-01", "2025-12-29"],
  ])("the week of %s begins on %s", (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });
});

describe("lines of the ledger", () => {
  it("are worth what their source says, the earliest first", () => {
    const lines = linesFor([earned({ at: new Date("2026-03-03T10:00:00Z"), source: "draft_approved" }), earned()], utc, new Map());
    expect(lines.map(({ day, source, points }) => [day, source, points])).toEqual([
      ["2026-03-02", "proposal_agreed", 3],
      ["2026-03-03", "draft_approved", 2],
    ]);
  });

  it("bring no more than the day has left, for each member and day alone", () => {
    const before = hadBefore([{ memberId: "ann", day: "2026-03-02", points: mostPointsADay - 4 }]);
    const many = [earned(), earned({ mentionId: "x:2" }), earned({ mentionId: "x:3" })];
    const others = [earned({ memberId: "bob" }), earned({ mentionId: "x:4", at: new Date("2026-03-03T10:00:00Z") })];
    expect(linesFor([...many, ...others], utc, before).map(({ points }) => points)).toEqual([3, 1, 0, 3, 3]);
  });
});
