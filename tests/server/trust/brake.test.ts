// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type BrakeRules, mostOfOne } from "../../../lib/schema/brake.ts";
import { brakeMove, isTooMuch } from "../../../server/trust/brake.ts";

const rules: BrakeRules = { isOn: true, percent: 30, least: 10, calmMinutes: 60 };
const signs = (complaints: number, wrong: number, copies: number, answers: number) => ({ complaints, wrong, copies, answers });
const none = signs(0, 0, 0, 0);
const nowMs = Date.parse("2026-03-02T10:00:00Z");
const ago = (minutes: number) => new Date(nowMs - minutes * 60_000).toISOString();

describe("what stops a community", () => {
  it.each([
    ["as many, of few answers", signs(4, 3, 3, 20), true],
    ["one fewer than the least", signs(4, 3, 2, 9), false],
    ["as many, of many answers", signs(4, 3, 3, 34), false],
    ["exactly the share", signs(3, 3, 6, 40), true],
    ["complaints about earlier answers, while none are written", signs(10, 0, 0, 0), true],
    ["nothing", none, false],
  ])("%s", (_, found, isSo) => {
    expect(isTooMuch(rules, found)).toBe(isSo);
  });

  it("is no one member alone", () => {
    for (const least of [3, 4, 10, 1000]) expect(2 * mostOfOne({ least })).toBeLessThan(least + 2);
    expect(mostOfOne({ least: 10 })).toBe(4);
  });
});

describe("the brake by itself", () => {
  const on = (calmSince: string | null, isByItself = true) => ({ since: ago(120), isByItself, calmSince });

  it("comes on only where somebody wanted that", () => {
    expect(brakeMove({ rules, brake: null }, signs(10, 0, 0, 10), nowMs)).toEqual({ do: "stop" });
    expect(brakeMove({ rules: { ...rules, isOn: false }, brake: null }, signs(10, 0, 0, 10), nowMs)).toBeNull();
    expect(brakeMove({ rules, brake: null }, none, nowMs)).toBeNull();
  });

  it("goes off by a lower mark than it came on by, and only after it stayed calm for so long", () => {
    expect(brakeMove({ rules, brake: on(null) }, signs(5, 0, 0, 0), nowMs), "half of what stops it is not calm").toBeNull();
    expect(brakeMove({ rules, brake: on(null) }, signs(4, 0, 0, 0), nowMs)).toEqual({ do: "calm", since: ago(0) });
    expect(brakeMove({ rules, brake: on(ago(59)) }, none, nowMs)).toBeNull();
    expect(brakeMove({ rules, brake: on(ago(59)) }, signs(0, 5, 0, 0), nowMs), "it begins anew").toEqual({ do: "calm", since: null });
    expect(brakeMove({ rules, brake: on(ago(60)) }, none, nowMs)).toEqual({ do: "go" });
  });

  it("leaves alone what a person put on, and stays on where the rules say so", () => {
    expect(brakeMove({ rules, brake: on(ago(600), false) }, none, nowMs)).toBeNull();
    expect(brakeMove({ rules: { ...rules, calmMinutes: null }, brake: on(ago(600)) }, none, nowMs)).toBeNull();
  });

  it("that came on by itself still goes off by itself after the rules were turned off", () => {
    expect(brakeMove({ rules: { ...rules, isOn: false }, brake: on(ago(60)) }, none, nowMs)).toEqual({ do: "go" });
  });
});
