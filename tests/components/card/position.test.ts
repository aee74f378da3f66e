import { describe, expect, test } from "vitest";
import { clearOf, cornerPlace, isInView, mostHeightIn, placeCard, type Side, widthIn } from "../../../components/card/position.ts";

const badge = { left: 500, top: 210, right: 620, bottom: 230 };
const size = { width: 360, height: 240 };
const wide = { width: 1400, height: 900 };
const place = (at: Partial<typeof badge> = {}, view = wide, isRtl = false, side: Side | null = null, tall = size) =>
  placeCard({ ...badge, ...at }, tall, view, isRtl, side);

describe("the card stands", () => {
  test("under its badge and begun with it", () => {
    expect(place()).toEqual({ left: 500, top: 238, side: "below" });
  });
  test("right-to-left: under it, ended with it", () => {
    expect(place({}, wide, true)).toEqual({ left: 260, top: 238, side: "below" });
  });
  test("above it when there is no room below", () => {
    expect(place({ top: 700, bottom: 720 })).toEqual({ left: 500, top: 452, side: "above" });
  });
  test("beside it when there is room neither below nor above", () => {
    expect(place({ top: 200, bottom: 220 }, { width: 1400, height: 420 })).toEqual({ left: 628, top: 172, side: "after" });
    expect(place({ left: 900, right: 1020, top: 200, bottom: 220 }, { width: 1300, height: 420 }).side).toBe("before");
    expect(place({ top: 200, bottom: 220 }, { width: 1400, height: 420 }, true)).toEqual({ left: 132, top: 172, side: "after" });
  });
  test("inside the window, however near its edge the badge is", () => {
    expect(place({ left: 1300, right: 1390 }).left).toBe(1032);
    expect(place({ left: -40, right: 30 }).left).toBe(8);
    expect(place({ top: -100, bottom: -80 }).top).toBeGreaterThanOrEqual(8);
    expect(place({ top: 2000, bottom: 2020 }).top).toBe(652);
  });
  test("where it was, as long as there is room, so that one that grows does not jump", () => {
    const low = { top: 500, bottom: 520 };
    expect(place(low, wide, false, "above").side).toBe("above");
    expect(place(low, wide, false, null).side).toBe("below");
    expect(place(low, wide, false, "below", { width: 360, height: 500 }).side).toBe("after");
  });
  test.each([
    [320, 568],
    [320, 256],
    [640, 400],
    [1400, 900],
  ])("never over its badge while any side has room, and never past the edges: %i x %i", (width, height) => {
    const view = { width, height };
    const tall = { width: widthIn(view), height: Math.min(240, mostHeightIn(view)) };
    for (let top = 0; top <= height - 20; top += 7) {
      for (let left = 0; left <= width - 60; left += 13) {
        const at = { left, top, right: left + 60, bottom: top + 20 };
        const { side, ...spot } = placeCard(at, tall, view, false, null);
        expect(spot.left).toBeGreaterThanOrEqual(8);
        expect(spot.left + tall.width).toBeLessThanOrEqual(width - 8);
        expect(spot.top).toBeGreaterThanOrEqual(8);
        expect(spot.top + tall.height).toBeLessThanOrEqual(height - 8);
        const hasRoom = top >= tall.height + 16 || height - at.bottom >= tall.height + 16;
        const covers = spot.left < at.right && spot.left + tall.width > left && spot.top < at.bottom && spot.top + tall.height > top;
        expect(covers && hasRoom).toBe(false);
      }
    }
  });
  test("in the lower corner when its post is not there", () => {
    expect(cornerPlace(size, wide, false)).toEqual({ left: 1032, top: 652 });
    expect(cornerPlace(size, wide, true)).toEqual({ left: 8, top: 652 });
  });
});

test("a post is in view while any of it is in the window", () => {
  const post = { left: 300, top: 200, right: 900, bottom: 420 };
  expect(isInView(post, wide)).toBe(true);
  expect(isInView({ ...post, top: -400, bottom: -1 }, wide)).toBe(false);
  expect(isInView({ ...post, top: 901, bottom: 1000 }, wide)).toBe(false);
});

describe("the site's reply box", () => {
  const spot = { left: 400, top: 200 };
  test("elsewhere leaves the card where it is", () => {
    expect(clearOf(spot, { left: 800, top: 100, right: 1300, bottom: 400 }, size, wide)).toEqual(spot);
  });
  test("is stood below of, where there is room", () => {
    expect(clearOf(spot, { left: 300, top: 150, right: 900, bottom: 400 }, size, wide)).toEqual({ ...spot, top: 408 });
  });
  test("else above it, then at its right, then at its left", () => {
    expect(clearOf({ ...spot, top: 500 }, { left: 300, top: 400, right: 900, bottom: 800 }, size, wide).top).toBe(152);
    expect(clearOf(spot, { left: 100, top: 150, right: 900, bottom: 800 }, size, wide).left).toBe(908);
    expect(clearOf(spot, { left: 500, top: 150, right: 1300, bottom: 800 }, size, wide).left).toBe(132);
  });
  test("that fills the window moves nothing", () => {
    expect(clearOf(spot, { left: 0, top: 0, right: 1400, bottom: 900 }, size, wide)).toEqual(spot);
  });
});
