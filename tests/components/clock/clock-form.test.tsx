import { expect, test, vi } from "vitest";
import { ClockForm } from "../../../components/clock/clock-form.tsx";
import { type ClockSettings, defaultClock } from "../../../lib/schema/clock.ts";
import { pageText, press, show, type as typeInto } from "../page.ts";
import { noonMs } from "../samples.ts";

const day = [{ from: "09:00", to: "17:00" }];
const hours = { zone: "Europe/Oslo", week: [day, day, day, day, day, [], []], holidays: [] };

async function form(clock: ClockSettings = defaultClock, onSave = vi.fn(async (_: ClockSettings) => {})) {
  await show(<ClockForm clock={clock} nowMs={noonMs} onSave={onSave} />);
  return onSave;
}

test("the clock as it is can be saved as it is", async () => {
  const onSave = await form({ ...defaultClock, hours });
  await press("Use it for new posts");
  expect(onSave).toHaveBeenCalledWith({ ...defaultClock, hours });
  expect(pageText()).toContain("It counts for new posts from now on.");
});

test("what a change means is shown before it counts", async () => {
  await form({ ...defaultClock, hours });
  expect(pageText()).toContain("2 h 00 later");
  await typeInto("First answer within", "960");
  expect(pageText()).not.toContain(", 2 h 00 later");
});

test.each([
  ["a shift that cannot be read", "Monday", "nine to five"],
  ["a warning that comes before the beginning", "Warn before the end", "120"],
  ["a zone that does not exist", "Time zone", "Europe/Atlantis"],
  ["a holiday without a date", "Holidays", "Christmas"],
  ["no number", "First answer within", "soon"],
])("%s is not saved", async (_, label, text) => {
  const onSave = await form({ ...defaultClock, hours });
  await typeInto(label, text);
  await press("Use it for new posts");
  expect(onSave).not.toHaveBeenCalled();
  expect(pageText()).toContain("This cannot be used yet");
});
