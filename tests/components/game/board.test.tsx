import { expect, test, vi } from "vitest";
import { BoardSection } from "../../../components/game/board.tsx";
import type { WeekBoard } from "../../../lib/schema/board.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { has, pageText, pick, press, show } from "../page.ts";
import { board } from "./samples.ts";

const section = (parts: Partial<WeekBoard> = {}, isStaff = false) => {
  const actions = { read: vi.fn(async () => ({ ...board, ...parts })), choose: vi.fn(async () => {}) };
  return show(<BoardSection {...{ actions, isStaff }} languages={["he", "en"]} />).then(() => actions);
};
const rows = () => [...document.querySelectorAll("li")].map((row) => row.textContent);

test("ten names with their places and points, ties in one place, and you further down", async () => {
  const { read } = await section();
  expect(read).toHaveBeenCalledExactlyOnceWith(["he", "en"]);
  expect(rows()).toHaveLength(11);
  expect(
    rows()
      .slice(0, 3)
      .map((row) => row?.[0]),
  ).toEqual(["1", "1", "3"]);
  expect(rows().at(-1)).toContain("you");
  expect(rows().at(-1)).toContain("1 point");
  expect(pageText()).toContain("With as many points as the tenth: 1 more");
});

test("a name is text, and turns nothing beside it", async () => {
  await section();
  expect(document.querySelector("li b")).toBeNull();
  expect([...document.querySelectorAll("li bdi")].map((name) => name.textContent)).toEqual(board.rows.map(({ name }) => name));
});

test("another language is picked", async () => {
  const { read } = await section();
  await pick("Language of the posts", "he");
  expect(read).toHaveBeenLastCalledWith(["he"]);
});

test("who is not listed reads so and may be; who is may leave; staff are not asked", async () => {
  const { choose, read } = await section({ isListed: false });
  expect(pageText()).toContain("You are not listed: nobody sees your name or points here");
  await press("Put me on the board");
  expect(choose).toHaveBeenCalledExactlyOnceWith(true);
  expect(read).toHaveBeenCalledTimes(2);
  await section();
  await press("Take me off the board");
  await section({}, true);
  expect(has("Take me off the board")).toBe(false);
});

test("an empty week is said kindly, and why a board cannot be read", async () => {
  await section({ language: null, languages: [], rows: [], alsoTenth: 0 });
  expect(pageText()).toContain("Nobody has points on it yet this week.");
  const read = () => Promise.reject(new FanswerError("server_failed"));
  await show(<BoardSection actions={{ read, choose: async () => {} }} isStaff={false} languages={["en"]} />);
  expect(pageText()).toContain("The server can't be reached now");
});
