import { expect, test } from "vitest";
import { PointsSection } from "../../../components/you/own-points.tsx";
import { ownPoints } from "../own-samples.ts";
import { pageText, show } from "../page.ts";

const section = (own = ownPoints) => show(<PointsSection own={own} />);

test("a member reads the sums, and of each line what for, when and where", async () => {
  await section();
  const text = pageText();
  expect(text).toContain("5 in all, 3 this week");
  expect(text).toContain("Staff agreed with what you proposed for a post");
  expect(text).toContain("Mar 2, 2026");
  expect([...document.querySelectorAll("a")].map(({ href }) => href)).toEqual(["https://x.com/a/status/1"]);
});

test("a line over the day's most says so", async () => {
  await section();
  expect(pageText()).toContain("no more on that day, which had 20");
});

test("who has none reads how to get some", async () => {
  await section({ total: 0, week: 0, lines: [] });
  expect(pageText()).toContain("No points yet.");
});
