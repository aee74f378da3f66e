import { expect, test, vi } from "vitest";
import { BrakeSection } from "../../../components/brake/brake-section.tsx";
import { Stopped } from "../../../components/brake/stopped.tsx";
import type { BrakeChange } from "../../../lib/schema/brake.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { has, pageText, press, show, type } from "../page.ts";
import { at } from "../samples.ts";

const done = () => vi.fn(async (_: BrakeChange) => {});
const brake = { since: at(-5), words: "We look into the app's failure first." };

test("the community is stopped after one more question, with words for its members", async () => {
  const onBrake = done();
  await show(<BrakeSection brake={null} onBrake={onBrake} />);
  await press("Stop the community…");
  expect(onBrake).not.toHaveBeenCalled();
  expect(pageText()).toContain("Nobody but staff can take posts");
  await type("What members read meanwhile", " We look into it. ");
  await press("Stop the community");
  expect(onBrake).toHaveBeenCalledWith({ isOn: true, words: "We look into it." });
});

test("the question can be left, and nothing is done", async () => {
  const onBrake = done();
  await show(<BrakeSection brake={null} onBrake={onBrake} />);
  await press("Stop the community…");
  await press("Cancel");
  expect(pageText()).toContain("one press has only staff answer");
  expect(onBrake).not.toHaveBeenCalled();
});

test("while it is stopped the page says since when, and one press lets it go on; a refusal is said", async () => {
  const onBrake = vi.fn(() => Promise.reject(new FanswerError("server_unreachable")));
  await show(<BrakeSection brake={brake} onBrake={onBrake} />);
  expect(pageText()).toContain("The community is stopped since");
  expect(pageText()).toContain(brake.words);
  expect(has("Stop the community…")).toBe(false);
  await press("Let the community go on");
  expect(onBrake).toHaveBeenCalledWith({ isOn: false });
  expect(pageText()).toContain("This waits for a connection");
});

test("a member reads that only staff answer, and the brand's own words as they are", async () => {
  await show(<Stopped brake={{ ...brake, words: "<b>Soon</b>\u202e" }} />);
  expect(pageText()).toContain("Your community takes no posts for now: only staff answer.");
  expect(document.querySelector("bdi")?.textContent).toBe("<b>Soon</b>\u202e");
});
