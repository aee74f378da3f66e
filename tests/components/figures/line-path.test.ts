import { describe, expect, test } from "vitest";
import { axisFor, linePaths, momentPlace, nearest } from "../../../components/figures/line-path.ts";

describe("the axis", () => {
  test.each([
    [[0.3, 0.55], 1, 0.6],
    [[0.97, 1], 1, 1],
    [[null, null], 1, 1],
    [[], Number.POSITIVE_INFINITY, 1],
    [[0, 0], 1, 1],
    [[93], Number.POSITIVE_INFINITY, 100],
  ])("of %j, %d at most, ends at %d", (values, most, top) => {
    const axis = axisFor(values, most);
    expect(axis.top).toBeCloseTo(top);
    expect(axis.marks[0]).toBe(0);
    expect(axis.marks.every((mark) => mark <= axis.top + 1e-9)).toBe(true);
  });
});

describe("the line", () => {
  test("goes from edge to edge, the highest at the top", () => {
    expect(linePaths([0, 5, 10], 10).line).toBe("M0,100L500,50L1000,0");
  });

  test("has a gap where nothing is known, and draws what stands alone as a dot", () => {
    const { line, dots } = linePaths([1, 1, null, 1], 1);
    expect(line.match(/M/g)).toHaveLength(2);
    expect(dots).toBe("M1000 0h0");
  });

  test("is nothing without a value, and one moment stands in the middle", () => {
    expect(linePaths([null, null], 1)).toEqual({ line: "", area: "", dots: "" });
    expect(linePaths([1], 1).dots).toBe("M500 0h0");
  });

  test("what is pressed beside it is the first or the last moment", () => {
    expect([-1, 0.49, 0.51, 2].map((place) => nearest(place, 2))).toEqual([0, 0, 1, 1]);
    expect(nearest(0.5, 0)).toBe(0);
    expect(momentPlace(1, 3)).toBe(0.5);
  });
});
