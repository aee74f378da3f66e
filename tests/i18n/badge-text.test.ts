import { expect, it } from "vitest";
import { badgeMarkText, badgeText } from "../../lib/i18n/badge-text.ts";
import { badgeMarks, badgeNames } from "../../lib/schema/badges.ts";

it("each badge has a name, and a sentence that says its mark", () => {
  expect(new Set(badgeNames.map(badgeText)).size).toBe(badgeNames.length);
  for (const badge of badgeNames) {
    const { of, mark } = badgeMarks[badge];
    if (mark > 1 && of !== "level") expect(badgeMarkText(badge)).toContain(String(mark));
  }
  expect(badgeMarkText("trusted_hand")).toContain("“Full”");
});
