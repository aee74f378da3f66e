import { expect, test, vi } from "vitest";
import { RetentionForm } from "../../../components/rules/retention-form.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { type Retention, usualRetention } from "../../../lib/schema/retention.ts";
import { control, pageText, press, show, type } from "../page.ts";

const form = (onSave: (retention: Retention) => Promise<unknown>) => show(<RetentionForm retention={usualRetention} onSave={onSave} />);
const closed = "Days after a post was closed";

test("more days are saved at once", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  await type(closed, "365");
  await press("Save how long");
  expect(onSave).toHaveBeenCalledWith({ closed: 365, unanswered: 90 });
  expect(pageText()).toContain("Saved.");
});

test("fewer days are asked about first, as they delete for good", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  await type(closed, "7");
  await press("Save how long");
  expect(onSave).not.toHaveBeenCalled();
  expect(pageText()).toContain("It cannot be had back");
  await press("Keep posts for fewer days");
  expect(onSave).toHaveBeenCalledWith({ closed: 7, unanswered: 90 });
});

test("what is no such number of days is said and not sent", async () => {
  const onSave = vi.fn(async () => {});
  await form(onSave);
  for (const wrong of ["", "6", "366", "30.5", "-30", "a month"]) {
    await type(closed, wrong);
    await press("Save how long");
    expect(pageText()).toContain("Write whole numbers of days from 7 to 365.");
  }
  expect(onSave).not.toHaveBeenCalled();
});

test("why it could not be saved is said, and what was typed stays", async () => {
  await form(vi.fn(() => Promise.reject(new FanswerError("server_failed"))));
  await type(closed, "60");
  await press("Save how long");
  expect(pageText()).toContain("The server could not do this now.");
  expect(control<HTMLInputElement>(closed).value).toBe("60");
});
