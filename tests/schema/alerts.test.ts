// @vitest-environment node
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { AlertChoices, isQuiet, usualChoices } from "../../lib/schema/alert-choices.ts";
import { alertKind, alertKinds, alertKindsFor } from "../../lib/schema/alerts.ts";

const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`);

describe("quiet hours", () => {
  it.each([
    ["Europe/Oslo", "20:59", false],
    ["Europe/Oslo", "21:00", true],
    ["Europe/Oslo", "05:59", true],
    ["Europe/Oslo", "06:00", false],
    ["Asia/Ho_Chi_Minh", "14:59", false],
    ["Asia/Ho_Chi_Minh", "15:00", true],
  ])("are those where the member lives: %s at %s UTC", (zone, time, quiet) => {
    expect(isQuiet(usualChoices(zone), at(time))).toBe(quiet);
  });

  it("may lie within a day, and there may be none", () => {
    const noon = { zone: "UTC", quiet: { from: 12 * 60, to: 13 * 60 } };
    expect([isQuiet(noon, at("11:59")), isQuiet(noon, at("12:30")), isQuiet(noon, at("13:00"))]).toEqual([false, true, false]);
    expect(isQuiet({ zone: "UTC", quiet: null }, at("03:00"))).toBe(false);
    expect(isQuiet({ zone: "UTC", quiet: { from: 60, to: 60 } }, at("01:00"))).toBe(false);
  });
});

describe("kinds of alert", () => {
  it("are for who may do something about them", () => {
    expect(alertKindsFor({ role: "advocate" })).toEqual([
      "claim_ending",
      "wrong",
      "still_broken",
      "draft_read",
      "review",
      "post",
      "item_ending",
      "thanks",
    ]);
    expect(alertKindsFor({ role: "staff" })).toEqual([
      "danger",
      "clock",
      "claim_ending",
      "wrong",
      "still_broken",
      "draft_read",
      "item_ending",
      "drift",
      "thanks",
    ]);
    expect(alertKindsFor({ role: "analyst" })).toEqual([]);
    expect(alertKindsFor({ role: "of a later version" })).toEqual([]);
  });

  it("tell chats of staff's matters and of what authors wrote, never of whom the community is called to", () => {
    expect(alertKinds.filter((kind) => alertKind(kind).chats !== null)).toEqual(["danger", "clock", "still_broken", "thanks"]);
  });
});

it("what a member wants may name kinds that this version does not know, in a zone that there is", () => {
  expect(v.is(AlertChoices, { ...usualChoices("Asia/Taipei"), off: ["later"] })).toBe(true);
  expect(v.is(AlertChoices, usualChoices("Nowhere/At_All"))).toBe(false);
  expect(v.is(AlertChoices, { ...usualChoices("UTC"), perHour: 0 })).toBe(false);
});
