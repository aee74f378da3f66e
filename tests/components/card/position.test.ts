import { expect, test } from "vitest";
import { clearOf, placeCard } from "../../../components/card/position.ts";

const post = { left: 300, top: 200, right: 900, bottom: 420 };
const anchor = { left: 500, top: 210, right: 620, bottom: 230 };
const size = { width: 360, height: 240 };
const wide = { width: 1400, height: 900 };

test("beside the post at its end", () => {
  expect(placeCard(post, anchor, size, wide, false)).toEqual({ left: 912, top: 200, visible: true });
});
test("right-to-left: at the post's other side", () => {
  const moved = { ...post, left: 500, right: 1100 };
  expect(placeCard(moved, anchor, size, wide, true)).toEqual({ left: 128, top: 200, visible: true });
});
test("at the start when the end has no room", () => {
  const moved = { ...post, left: 700, right: 1300 };
  expect(placeCard(moved, anchor, size, wide, false).left).toBe(328);
});
test("below the post when neither side has room", () => {
  expect(placeCard(post, anchor, size, { width: 1000, height: 900 }, false)).toEqual({ left: 260, top: 426, visible: true });
});
test("above it when there is none below either", () => {
  const low = { ...post, top: 400, bottom: 620 };
  expect(placeCard(low, anchor, size, { width: 1000, height: 700 }, false).top).toBe(154);
});
test("over a post that fills the window, under its badge", () => {
  const tall = { ...post, top: 100, bottom: 690 };
  expect(placeCard(tall, anchor, size, { width: 1000, height: 700 }, false).top).toBe(236);
});
test("never past the edges of the window", () => {
  expect(placeCard({ ...post, top: 850, bottom: 1100 }, anchor, size, wide, false).top).toBe(652);
  expect(placeCard({ ...post, top: -100, bottom: 50 }, anchor, size, wide, false).top).toBe(8);
  expect(placeCard(post, anchor, size, { width: 320, height: 500 }, false).left).toBe(8);
});
test("gone when the post has left the window", () => {
  expect(placeCard({ ...post, top: -400, bottom: -1 }, anchor, size, wide, false).visible).toBe(false);
  expect(placeCard({ ...post, top: 901, bottom: 1000 }, anchor, size, wide, false).visible).toBe(false);
});

const place = { left: 400, top: 200, visible: true };
test("a reply box elsewhere leaves it where it is", () => {
  expect(clearOf(place, { left: 800, top: 100, right: 1300, bottom: 400 }, size, wide)).toEqual(place);
});
test("below a reply box that it would cover, where there is room", () => {
  expect(clearOf(place, { left: 300, top: 150, right: 900, bottom: 400 }, size, wide)).toEqual({ ...place, top: 412 });
});
test("above it, then at its right, then at its left", () => {
  expect(clearOf({ ...place, top: 500 }, { left: 300, top: 400, right: 900, bottom: 800 }, size, wide).top).toBe(148);
  expect(clearOf(place, { left: 100, top: 150, right: 900, bottom: 800 }, size, wide).left).toBe(912);
  expect(clearOf(place, { left: 500, top: 150, right: 1300, bottom: 800 }, size, wide).left).toBe(128);
});
test("where it is when the reply box fills the window", () => {
  expect(clearOf(place, { left: 0, top: 0, right: 1400, bottom: 900 }, size, wide)).toEqual(place);
});
