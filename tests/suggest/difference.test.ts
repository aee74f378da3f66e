import { describe, expect, it } from "vitest";
import { difference } from "../../lib/suggest/difference.ts";

const told = (before: string, after: string) =>
  difference(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
    .join("");

describe("the difference of two texts", () => {
  it.each([
    ["Hold the button.", "Hold the button.", "Hold the button."],
    ["Hold the button.", "Hold the left button.", "Hold the {+left +}button."],
    ["Hold the big button.", "Hold the button.", "Hold the [-big -]button."],
    ["Hold it.", "Press it.", "[-Hold-]{+Press+} it."],
    ["", "New", "{+New+}"],
    ["Old", "", "[-Old-]"],
    ["לחצו על הכפתור", "לחצו פעמיים על הכפתור", "לחצו {+פעמיים +}על הכפתור"],
  ])("%j to %j", (before, after, seen) => {
    expect(told(before, after)).toBe(seen);
  });

  it("is by words also where no spaces stand between them", () => {
    expect(difference("請長按電源鍵十秒", "請長按電源鍵五秒").filter(({ kind }) => kind === "same").length).toBeGreaterThan(0);
  });

  it("loses nothing of either text", () => {
    const before = "One two  three\nfour 🎧 five.";
    const after = "Zero two three\nfour 🎧, six five";
    const parts = difference(before, after);
    const without = (gone: string) =>
      parts
        .filter(({ kind }) => kind !== gone)
        .map(({ text }) => text)
        .join("");
    expect(without("new")).toBe(before);
    expect(without("gone")).toBe(after);
  });
});
