import { expect, test } from "vitest";
import { beginAlone } from "../../lib/page/alone.ts";

test("a script that lives in the tab is not begun again; one that nobody stands behind is ended first", () => {
  let isAlive = true;
  const first = beginAlone("script", () => isAlive);
  expect(first?.aborted).toBe(false);
  expect(beginAlone("script", () => true)).toBeNull();
  isAlive = false;
  const second = beginAlone("script", () => true);
  expect([first?.aborted, second?.aborted]).toEqual([true, false]);
});
