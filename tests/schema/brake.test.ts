import * as v from "valibot";
import { expect, it } from "vitest";
import { BrakeChange, brakeFor } from "../../lib/schema/brake.ts";

const brake = { since: "2026-03-02T12:00:00.000Z", words: "" };

it("holds back everybody but those who work on what staff get", () => {
  const held = ["advocate", "moderator", "keyword_editor", "staff", "admin"].filter((role) => brakeFor({ role }, { brake }) !== null);
  expect(held).toEqual(["advocate", "moderator", "keyword_editor"]);
});

it("holds back nobody where it is off, or a server of before does not know of it", () => {
  for (const workspace of [null, {}, { brake: null }]) expect(brakeFor({ role: "advocate" }, workspace)).toBeNull();
});

it("is put on with words of a line or two, and let off without", () => {
  expect(v.is(BrakeChange, { isOn: true, words: "w".repeat(280) })).toBe(true);
  expect(v.is(BrakeChange, { isOn: true, words: "w".repeat(281) })).toBe(false);
  expect(v.is(BrakeChange, { isOn: true })).toBe(false);
  expect(v.is(BrakeChange, { isOn: false })).toBe(true);
});
