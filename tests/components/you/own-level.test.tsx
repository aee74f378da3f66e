import { expect, test } from "vitest";
import { LevelSection } from "../../../components/you/own-level.tsx";
import type { OwnLevel } from "../../../lib/schema/people.ts";
import { ownLevel } from "../own-samples.ts";
import { pageText, show } from "../page.ts";

const level = (parts: Partial<OwnLevel> = {}) => show(<LevelSection terms={{}} own={{ ...ownLevel, ...parts }} />);
const picture = () =>
  document
    .querySelector("[role=img]")
    ?.getAttribute("aria-label")
    ?.replace(/[\u2068\u2069]/g, "");

test("a newcomer reads the way to the next level in one sentence and sees it, and why behind it", async () => {
  await level();
  const text = pageText();
  expect(text).toContain("For “Known” you still need 1 more good answer, 1 more person who rates them, and 1 more day.");
  expect(text).toContain("1 post at a time · Others read the answers before they are posted");
  expect(text).toContain("Answers rated in the last 100 days: 1");
  expect(picture()).toBe("Newcomer; 0% of the way to “Known”");
});

test("somebody whom nobody rated reads that, and the whole way", async () => {
  await level({ evidence: null });
  expect(pageText()).toContain("Nobody has rated an answer of yours in the last 100 days.");
  expect(pageText()).toContain("2 more good answers");
});

test("a level that falters says when it falls, and what keeps it", async () => {
  await level({ level: 2, evidence: { rated: 10, good: 7, raters: 8, days: 40 }, fallsAt: "2026-03-16T12:00:00.000Z" });
  const text = pageText();
  expect(text).toContain("On Mar 16, 2026 this goes down to “Known”, unless your answers are rated better by then.");
  expect(text).toContain("To stay “Proven” you need 8 more good answers.");
});

test("a given level shows no way and no counting; the highest one no next", async () => {
  await level({ level: 2, isGiven: true });
  expect(pageText()).toContain("Set by hand, or part of your role: it does not change by itself.");
  expect(pageText()).not.toContain("you still need");
  await level({ level: 3, evidence: { rated: 30, good: 30, raters: 8, days: 90 } });
  expect(pageText()).toContain("you are fully trusted");
  expect(picture()).toBe("Full");
});

test("how much one's word on others' answers counts is said with the reason", async () => {
  await level({ rater: { weight: 1, compared: 14, agreed: 12 } });
  expect(pageText()).toContain("You read 14 answers that others read as well; of 12 you found the same.");
  expect(pageText()).toContain("counts in full");
  await level({ rater: { weight: 0.62, compared: 9, agreed: 4 } });
  expect(pageText()).toContain("counts 62% for now");
});
