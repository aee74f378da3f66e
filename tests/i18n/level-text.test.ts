import { expect, test } from "vitest";
import { levelHint, levels, levelText, newAtLevel } from "../../lib/i18n/level-text.ts";
import { usualLevelRules } from "../../lib/schema/level-rules.ts";

test("every level has a name and says what it is", () => {
  expect(levels.map(levelText)).toEqual(["Newcomer", "Known", "Proven", "Full"]);
  expect(new Set(levels.map((level) => levelHint(level, {}))).size).toBe(levels.length);
});

test("a level's line says all that one may on it, by the workspace's own rules", () => {
  expect(levelHint(0, {})).toBe("1 post at a time · Others read the answers before they are posted");
  expect(levelHint(2, {})).toContain(
    "5 posts at a time · Proposes answers for the record · Answers are posted without others reading them first",
  );
  const own = { levels: { claims: [1, 2, 2, 4], from: { ...usualLevelRules.from, answerUnread: 3, review: 4, propose: 4 } } };
  expect(newAtLevel(2, own)).toEqual(["2 posts at a time", "Others read the answers before they are posted"]);
  expect(newAtLevel(3, own)).toEqual(["4 posts at a time", "Answers are posted without others reading them first"]);
  expect(levelHint(3, own)).not.toContain("Others read the answers");
  expect(levelHint(3, own)).not.toContain("Reads what others write");
});
