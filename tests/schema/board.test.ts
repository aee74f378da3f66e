import * as v from "valibot";
import { expect, it } from "vitest";
import { boardNames, WeekBoard } from "../../lib/schema/board.ts";
import { operations } from "../../lib/schema/operations.ts";

const row = { place: 1, name: "Ann", points: 3, isMine: false };
const board = (rows: number) => ({
  ...{ language: "en", languages: ["en"], alsoTenth: 0, isListed: false },
  rows: Array.from({ length: rows }, () => row),
});

it("holds ten names and the one who asks, with points", () => {
  expect(v.is(WeekBoard, board(boardNames + 1))).toBe(true);
  expect(v.is(WeekBoard, board(boardNames + 2))).toBe(false);
  expect(v.is(WeekBoard, { ...board(0), rows: [{ ...row, points: 0 }] })).toBe(false);
});

it("is only read and chosen: nobody is put on it by somebody else", () => {
  const { "board.read": read, "board.choose": choose, ...others } = operations;
  expect([read, choose].map(({ args }) => Object.keys(args.entries))).toEqual([["languages"], ["isListed"]]);
  expect(Object.keys(others).filter((name) => name.includes("board"))).toEqual([]);
});
