import { expect, test, vi } from "vitest";
import { LookRulesForm } from "../../../components/rules/look-rules-form.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { type LookRules, usualLookRules } from "../../../lib/schema/look-rules.ts";
import { control, pageText, pick, press, show, type } from "../page.ts";

const form = (onSave: (looks: LookRules) => Promise<unknown>) => show(<LookRulesForm looks={usualLookRules} onSave={onSave} />);
const known = "One answer in so many, by members who are “Known”";

test("an admin sets how many answers get a second look, and who gives them", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  await type(known, "3");
  await pick("Members give second looks from this level on", "2");
  await press("Save second looks");
  expect(onSave).toHaveBeenCalledWith({ oneIn: [3, 20, 50], fromLevel: 2 });
  expect(pageText()).toContain("Saved.");
});

test("what is no share is said and not sent", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  for (const wrong of ["", "many", "-1", "1001", "1.5"]) {
    await type(known, wrong);
    await press("Save second looks");
    expect(pageText()).toContain("Write whole numbers from 0 to 1,000.");
  }
  expect(onSave).not.toHaveBeenCalled();
});

test("why it could not be saved is said, and what was typed stays", async () => {
  await form(vi.fn(() => Promise.reject(new FanswerError("server_failed"))));
  await type(known, "3");
  await press("Save second looks");
  expect(pageText()).toContain("The server could not do this now.");
  expect(control<HTMLInputElement>(known).value).toBe("3");
});
