import { expect, test, vi } from "vitest";
import { BrakeRulesForm } from "../../../components/brake/brake-rules-form.tsx";
import { BrakeSection } from "../../../components/brake/brake-section.tsx";
import { type BrakeRules, usualBrakeRules } from "../../../lib/schema/brake.ts";
import { control, pageText, pick, press, show, type } from "../page.ts";
import { at } from "../samples.ts";

const least = "And so many at least";
const form = (onSave: (rules: BrakeRules) => Promise<unknown>) => show(<BrakeRulesForm rules={undefined} onSave={onSave} />);

test("who may stop the community says when that comes by itself, and when it ends", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  expect(control<HTMLInputElement>("Stop the community by itself").checked).toBe(false);
  control<HTMLInputElement>("Stop the community by itself").click();
  await type("Of a hundred answers within an hour, so many show something wrong", "20");
  await type(least, "12");
  await pick("It goes off again", "60");
  expect(pageText()).toContain("Of one member's answers 4 count at most");
  await press("Save");
  expect(onSave).toHaveBeenCalledWith({ isOn: true, percent: 20, least: 12, calmMinutes: 60 });
  expect(pageText()).toContain("Saved.");
});

test("what cannot be is said and not sent", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  for (const wrong of ["", "2", "1001", "1.5", "many"]) {
    await type(least, wrong);
    await press("Save");
    expect(pageText()).toContain("Write whole numbers");
  }
  expect(onSave).not.toHaveBeenCalled();
  expect(usualBrakeRules.isOn).toBe(false);
});

test("a brake that came on by itself says why, in figures", async () => {
  const brake = { since: at(-5), words: "", why: { complaints: 4, wrong: 3, copies: 5, answers: 21 } };
  await show(<BrakeSection brake={brake} onBrake={async () => {}} />);
  expect(pageText()).toContain("It came on by itself. Within an hour, of 21 answers: complaints 4, found wrong 3, near-copies 5.");
});
