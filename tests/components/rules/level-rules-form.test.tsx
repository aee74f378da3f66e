import { expect, test, vi } from "vitest";
import { LevelRulesForm } from "../../../components/rules/level-rules-form.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { type LevelRules, usualLevelRules } from "../../../lib/schema/level-rules.ts";
import { control, pageText, pick, press, show, type } from "../page.ts";

const form = (onSave: (rules: LevelRules) => Promise<unknown>) => show(<LevelRulesForm rules={undefined} onSave={onSave} />);
const known = "Posts at a time: Known";

test("an admin sets how many posts a level may hold, and from which one on members may what", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  await type(known, "4");
  await pick("From which level on: Reads what others write before it is posted", "2");
  await pick("From which level on: Answers are posted without others reading them first", "4");
  await press("Save what levels may");
  expect(onSave).toHaveBeenCalledWith({ claims: [1, 4, 5, 10], from: { ...usualLevelRules.from, review: 2, answerUnread: 4 } });
  expect(pageText()).toContain("Saved.");
});

test("what is no number, too many, or fewer than for the level before is said and not sent", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  for (const wrong of ["", "many", "0", "21", "6"]) {
    await type(known, wrong);
    await press("Save what levels may");
    expect(pageText()).toContain("Write whole numbers from 1 to 20");
  }
  expect(onSave).not.toHaveBeenCalled();
});

test("why it could not be saved is said, and what was typed stays", async () => {
  await form(vi.fn(() => Promise.reject(new FanswerError("server_failed"))));
  await type(known, "2");
  await press("Save what levels may");
  expect(pageText()).toContain("The server could not do this now.");
  expect(control<HTMLInputElement>(known).value).toBe("2");
});
