import { readdirSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { Keeps } from "../../../components/settings/keeps.tsx";
import { LanguageChoice } from "../../../components/settings/language-choice.tsx";
import { LeaveSection } from "../../../components/settings/leave.tsx";
import { control, has, pageText, press, show } from "../page.ts";

const outbox = { waiting: 0, setAside: [], problem: null };

test("what the device keeps is counted, and what there is none of is not named", async () => {
  await show(<Keeps server="https://fanswer.example" posts={3} lists={1} outbox={outbox} />);
  expect([...document.querySelectorAll("li")].map(({ textContent }) => textContent?.replace(/[\u2068\u2069]/g, ""))).toEqual([
    "3 posts of your community",
    "1 keyword list",
    "Your community's server: https://fanswer.example",
  ]);
  const kept = [{ mentionId: "x:1", text: "Hi", atMs: 0 }];
  await show(<Keeps server="https://fanswer.example" posts={0} lists={0} outbox={{ ...outbox, waiting: 2, kept }} />);
  expect(pageText()).toContain("1 text of yours that was not posted");
  expect(pageText()).toContain("2 not yet sent");
});

describe("languages", () => {
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input")];

  test("are the browser's and those that Fanswer speaks; one is always left", async () => {
    const onRead = vi.fn();
    await show(<LanguageChoice own={null} browser={["de"]} onRead={onRead} />);
    expect(boxes()).toHaveLength(readdirSync("assets/locales").length + 1);
    expect(boxes().filter(({ checked }) => checked)).toHaveLength(1);
    expect(control<HTMLInputElement>("German").disabled).toBe(true);
    await press("Hebrew");
    expect(onRead).toHaveBeenCalledWith(["de", "he"]);
    expect(has("As my browser says")).toBe(false);
  });

  test("that one chose can be given up for the browser's again", async () => {
    const onRead = vi.fn();
    await show(<LanguageChoice own={["he", "nb"]} browser={["en"]} onRead={onRead} />);
    await press("Hebrew");
    expect(onRead).toHaveBeenLastCalledWith(["nb"]);
    await press("As my browser says");
    expect(onRead).toHaveBeenLastCalledWith(null);
  });
});

test("leaving asks once more, and says what is lost", async () => {
  const onLeave = vi.fn();
  await show(<LeaveSection community="Acme Friends" waiting={2} onLeave={onLeave} />);
  expect(pageText()).toContain("2 things that were not sent yet are lost.");
  await press("Leave and forget");
  expect(onLeave).not.toHaveBeenCalled();
  await press("Cancel");
  expect(has("Leave Acme Friends")).toBe(false);
  await press("Leave and forget");
  await press("Leave Acme Friends");
  expect(onLeave).toHaveBeenCalledOnce();
});
