import { expect, test } from "vitest";
import { shiftInto } from "../../../components/ui/fit.ts";

const box = (left: number, top: number, width: number, height: number) => new DOMRect(left, top, width, height);
const button = box(10, 300, 60, 30);

test.each([
  ["stays where it has room", box(10, 334, 100, 100), button, 400, 600, { x: 0, y: 0 }],
  ["comes in from the right", box(180, 334, 120, 100), button, 240, 600, { x: -68, y: 0 }],
  ["comes in from the left", box(-30, 334, 120, 100), button, 240, 600, { x: 38, y: 0 }],
  ["goes over its button at the bottom", box(10, 334, 100, 100), button, 400, 400, { x: 0, y: -138 }],
  ["keeps its head in sight where it fits neither way", box(10, 334, 100, 380), button, 400, 400, { x: 0, y: -322 - 0 }],
  ["keeps its beginning where it is wider than the window", box(10, 334, 300, 100), button, 200, 600, { x: -2, y: 0 }],
])("a list %s", (_what, list, from, width, height, shift) => {
  expect(shiftInto(list, from, width, height)).toEqual(shift);
});
