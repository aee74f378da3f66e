import { describe, expect, it } from "vitest";
import { stretchesOf } from "../../lib/clock/stretches.ts";

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;

describe("the stretches of a zone's clock", () => {
  it("change with summer time, whose hour is left out in spring and nothing in autumn", () => {
    const year = stretchesOf("Europe/Oslo")(at("2026-01-01T00:00Z"), at("2026-12-31T00:00Z"));
    expect(year.map(({ offsetMs, leftOutMs }) => [offsetMs / hour, leftOutMs / hour])).toEqual([
      [1, 0],
      [2, 1],
      [1, 0],
    ]);
    expect(year[0]?.endMs).toBe(at("2026-03-29T01:00Z"));
    expect(year[1]?.startMs).toBe(at("2026-03-29T01:00Z"));
    expect(year[1]?.endMs).toBe(at("2026-10-25T01:00Z"));
  });

  it("begin at the very instant of the change", () => {
    const changeMs = at("2026-03-29T01:00Z");
    const stretches = stretchesOf("Europe/Oslo");
    expect(stretches(changeMs - 1, changeMs).map(({ offsetMs }) => offsetMs / hour)).toEqual([1]);
    expect(stretches(changeMs, changeMs + 1).map(({ offsetMs }) => offsetMs / hour)).toEqual([2]);
  });

  it("are one without an end where a zone's clock never changes", () => {
    expect(stretchesOf("UTC")(0, at("2100-01-01T00:00Z"))).toEqual([
      { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY, offsetMs: 0, leftOutMs: 0 },
    ]);
  });

  it("are none where no time passes", () => {
    expect(stretchesOf("UTC")(5, 5)).toEqual([]);
  });
});
