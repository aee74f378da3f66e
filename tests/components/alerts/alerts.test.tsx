import { describe, expect, test, vi } from "vitest";
import { AlertRulesPage } from "../../../components/alerts/alert-rules.tsx";
import { AlertSection } from "../../../components/alerts/alert-section.tsx";
import { LastAlert } from "../../../components/alerts/last-alert.tsx";
import { NothingNow } from "../../../components/alerts/nothing-now.tsx";
import { minuteOf, timeOf } from "../../../components/alerts/time-of-day.ts";
import { noAlertRules, usualChoices } from "../../../lib/schema/alert-choices.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Profile } from "../../../lib/schema/profile.ts";
import { alertActions } from "../actions.ts";
import { control, has, pageText, press, show } from "../page.ts";
import { noor } from "../samples.ts";

const choices = usualChoices("Europe/Oslo");
const refused = { state: async () => ({ isAllowed: false, last: null }) };
const member = (alerts: Profile["alerts"]) => ({ ...noor, profile: { languages: null, topics: [], away: null, alerts } });
const run = (work: Promise<unknown>) => void work;

describe("nothing waits", () => {
  const nothing = (wanted: typeof choices | null | undefined, parts = {}) =>
    show(<NothingNow actions={alertActions(parts)} choices={wanted} onWanting={run} />);

  test("who wants to be told says so, after the reason; the browser asks then, and not before", async () => {
    const [choose, allow] = [vi.fn(async () => {}), vi.fn(async () => true)];
    await nothing(null, { choose, allow });
    expect(pageText()).toContain("It then counts at which hours you are usually there");
    expect(allow).not.toHaveBeenCalled();
    await press("Tell me");
    expect(allow).toHaveBeenCalledOnce();
    expect(choose).toHaveBeenCalledWith(expect.objectContaining({ off: [], perHour: 6, quiet: { from: 1320, to: 420 } }));
  });

  test("what the browser refuses is said, with what tells instead and the way to allow it", async () => {
    const choose = vi.fn(async () => {});
    await nothing(choices, { ...refused, choose });
    expect(pageText()).toContain("The number on Fanswer's button tells you instead.");
    await press("Allow alerts");
    expect(choose).toHaveBeenCalledWith(choices);
  });

  test("a server that knows of no alerts promises none", async () => {
    await nothing(undefined);
    expect(pageText()).toBe("Nothing needs you right now.");
  });
});

describe("what was told last", () => {
  test("can be refused, and that taken back", async () => {
    const choose = vi.fn(async () => {});
    let undo = async (): Promise<unknown> => null;
    const actions = alertActions({ state: async () => ({ isAllowed: true, last: "thanks" }), choose });
    await show(<LastAlert actions={actions} choices={choices} onRefusing={(work, back) => void work.then(() => (undo = back))} />);
    expect(pageText()).toContain("Somebody thanks you");
    await press("Not like this");
    expect(choose).toHaveBeenLastCalledWith({ ...choices, off: ["thanks"] });
    await undo();
    expect(choose).toHaveBeenLastCalledWith(choices);
  });
});

describe("the settings", () => {
  const section = (alerts: Profile["alerts"], parts = {}) =>
    show(<AlertSection actions={alertActions(parts)} member={member(alerts)} onSaving={run} />);

  test("offer alerts with the reason to who has none", async () => {
    await section(null);
    expect(has("Tell me")).toBe(true);
    expect(has("No more alerts")).toBe(false);
  });

  test("let the member say what, when and how often, and end it", async () => {
    const choose = vi.fn(async () => {});
    await section(choices, { choose });
    await press("Somebody thanks you");
    expect(choose).toHaveBeenLastCalledWith({ ...choices, off: ["thanks"] });
    const box = control<HTMLInputElement>("Most alerts in an hour");
    for (const value of ["3", "21", ""]) {
      box.value = value;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
    expect(choose).toHaveBeenLastCalledWith({ ...choices, perHour: 3 });
    await press("No more alerts");
    expect(choose).toHaveBeenLastCalledWith(null);
  });

  test("say it where the browser shows none", async () => {
    await section(choices, refused);
    expect(pageText()).toContain("Your browser shows no alerts from Fanswer.");
    expect(has("Allow alerts")).toBe(true);
  });
});

describe("the rules of a workspace", () => {
  test("turn kinds off, and have chats told of those that they can be told of", async () => {
    const onRules = vi.fn(async () => {});
    await show(<AlertRulesPage rules={noAlertRules} onRules={onRules} />);
    await press("Somebody may be in danger: Also in chats");
    expect(onRules).toHaveBeenLastCalledWith({ off: [], chats: ["danger"] });
    await press("A post for you: On");
    expect(onRules).toHaveBeenLastCalledWith({ off: ["post"], chats: [] });
    expect(has("A post for you: Also in chats")).toBe(false);
    expect(pageText()).toContain("Saved.");
  });

  test("say what was refused", async () => {
    await show(<AlertRulesPage rules={noAlertRules} onRules={() => Promise.reject(new FanswerError("server_unreachable"))} />);
    await press("A post for you: On");
    expect(pageText()).toContain("This waits for a connection: nothing was sent.");
  });
});

test("times of day are written as boxes for times take them", () => {
  expect([timeOf(0), timeOf(450), timeOf(1439)]).toEqual(["00:00", "07:30", "23:59"]);
  expect([minuteOf("07:30"), minuteOf("23:59"), minuteOf(""), minuteOf("7")]).toEqual([450, 1439, null, null]);
});
