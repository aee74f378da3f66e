import { beforeEach, describe, expect, test, vi } from "vitest";
import { RulesEditor } from "../../../components/rules/rules-editor.tsx";
import { editsMemory } from "../../../components/ui/edits-memory.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { defaultTriageSettings } from "../../../lib/schema/triage-defaults.ts";
import { control, pageText, press, show, type } from "../page.ts";
import { acme, calibration, mention, noonMs } from "../samples.ts";

const posts = [mention({ excerpt: "Got an Acme widget bus from a friend" }), mention({ excerpt: "Does the Acme case charge wirelessly?" })];
const live = (push = vi.fn(async () => acme), settings = defaultTriageSettings) => (
  <RulesEditor
    live={settings}
    calibration={calibration}
    mentions={posts}
    model={null}
    nowMs={noonMs}
    memory={editsMemory(sessionStorage, "fanswer")}
    isOffline={false}
    push={push}
  />
);
const words = "Words that make a post technical";

beforeEach(() => sessionStorage.clear());

describe("the rules page", () => {
  test("says how often triage was right", async () => {
    await show(live());
    expect(pageText()).toContain("Of 100 posts sent to you as angry, 86 were.");
    expect(pageText()).toContain("Not enough yet to say how often “threat” is right (7 of 20 posts).");
  });

  test("tries a text by the settings as they stand, with every score and its reasons", async () => {
    await show(live());
    const post = "The widget bus blinks";
    await type("Type or paste a post", post);
    expect(pageText()).toContain("Belongs toCommunity");
    await type(words, "widget bus, Widget  Bus");
    expect(pageText()).toContain("technical: “widget bus”");
    expect(pageText()).toContain("Belongs toSecond line");
  });

  test("shows what a change does to the posts here, and pushes it", async () => {
    const push = vi.fn(async () => ({ ...acme, triage: { ...defaultTriageSettings, version: 1 } }));
    await show(live(push));
    expect(pageText()).toContain("All 2 posts here go where they go now.");
    await type(words, "widget bus");
    expect(pageText()).toContain("1 post would go elsewhere.");
    expect(pageText()).toContain("Community → Second line");
    expect(pageText()).toContain("1 change, not pushed yet");
    await press("Push to everyone");
    const { version: _, ...usual } = defaultTriageSettings;
    expect(push).toHaveBeenCalledWith({ baseVersion: 0, settings: { ...usual, words: { ...usual.words, technical: ["widget bus"] } } });
    expect(pageText()).toContain("posts that wait are sorted anew");
  });

  test("moves a threshold with its limits, and a weight", async () => {
    const push = vi.fn(async (_args: { settings: Omit<typeof defaultTriageSettings, "version"> }) => acme);
    await show(live(push as never));
    await type("Angry posts go to the first line from", "0.9");
    await type("Many see it", "1");
    await press("Push to everyone");
    expect(push.mock.calls[0]?.[0].settings).toMatchObject({ thresholds: { anger: { value: 0.9, most: 0.9 } }, weights: { reach: 1 } });
  });

  test("does not push a word that no post can hold, and says which", async () => {
    const push = vi.fn(async () => acme);
    await show(live(push));
    await type(words, "!!!");
    expect(pageText()).toContain("“!!!” has no word in it that a post could say.");
    expect(control("Push to everyone").getAttribute("aria-disabled")).toBe("true");
  });

  test("keeps unpushed edits over a reload, on top of what went live meanwhile", async () => {
    await show(live());
    await type("Many see it", "1");
    await show(null);
    await show(live(undefined, { ...defaultTriageSettings, version: 1, patienceMinutes: 240 }));
    expect(pageText()).toContain("1 change, not pushed yet");
    expect(control<HTMLInputElement>("Many see it").value).toBe("1");
    expect(control<HTMLInputElement>("Patience, in minutes").value).toBe("240");
    await press("Push to everyone");
    await show(null);
    await show(live());
    expect(pageText()).toContain("Everything is pushed.");
  });

  test("says when somebody was quicker", async () => {
    await show(live(vi.fn(() => Promise.reject(new FanswerError("settings_stale")))));
    await type(words, "widget bus");
    await press("Push to everyone");
    expect(pageText()).toContain("These settings were changed meanwhile.");
    expect(pageText()).toContain("1 change, not pushed yet");
  });

  test("puts the edits on top of what the night changed", async () => {
    await show(live());
    await type("Many see it", "1");
    const night = { ...defaultTriageSettings, version: 1, patienceMinutes: 240 };
    await show(live(undefined, night));
    expect(pageText()).toContain("Your changes now stand on top of them.");
    expect(control<HTMLInputElement>("Patience, in minutes").value).toBe("240");
    expect(pageText()).toContain("1 change, not pushed yet");
  });
});
