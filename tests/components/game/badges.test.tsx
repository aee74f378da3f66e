import { expect, test, vi } from "vitest";
import { BadgesSection } from "../../../components/game/badges.tsx";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { pageText, show } from "../page.ts";
import { ownBadges } from "./samples.ts";

const know = vi.fn(async () => {});
const section = (newBadges: readonly string[] = [], read = async () => ownBadges) =>
  show(<BadgesSection actions={{ read, know }} newBadges={newBadges} />);

test("a member reads what they earned since when, what of, and how far they are with the others", async () => {
  await section();
  const text = pageText();
  expect(text).toContain("First help");
  expect(text).toContain("The author of a post thanked you for your answer.");
  expect(text).toContain("Since Mar 1, 2026");
  expect(text).toContain("Still to earn: 2");
  expect(text).toContain("You were thanked for 10 answers in the last 100 days.");
  expect(text).toContain("3 of 10");
  expect(text).toContain("1 of 3");
  expect(know).not.toHaveBeenCalled();
});

test("a new one is marked, and known from then on", async () => {
  await section(["first_help"]);
  expect(pageText()).toContain("First help · new");
  expect(know).toHaveBeenCalledExactlyOnceWith(["first_help"]);
});

test("what a newer server has besides is left out; who cannot be told reads why; who has none reads so", async () => {
  await section([], async () => [...ownBadges, { badge: "of_next_year", count: 1, earnedAt: null }]);
  expect(pageText()).toContain("Still to earn: 2");
  await section([], () => Promise.reject(new FanswerError("server_failed")));
  expect(pageText()).toContain("The server can't be reached now");
  await section([], async () => ownBadges.slice(1));
  expect(pageText()).toContain("None yet.");
});
