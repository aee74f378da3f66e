import { expect, test, vi } from "vitest";
import { NewBadge } from "../../../components/game/new-badge.tsx";
import { pageText, press, show } from "../page.ts";

test("a new badge is said in one line with what it is for, one at a time; none this version knows, nothing", async () => {
  const [onKnow, onSee] = [vi.fn(), vi.fn()];
  await show(<NewBadge badges={["of_next_year", "teacher", "keen_eye"]} {...{ onKnow, onSee }} />);
  expect(pageText()).toContain("You earned a badge: Teacher");
  expect(pageText()).not.toContain("Keen eye");
  await press("Good");
  expect(onKnow).toHaveBeenCalledExactlyOnceWith("teacher");
  await press("See your badges");
  expect(onSee).toHaveBeenCalledOnce();
  await show(<NewBadge badges={["of_next_year"]} {...{ onKnow, onSee }} />);
  expect(pageText().trim()).toBe("");
});
