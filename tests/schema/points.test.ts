import { expect, it } from "vitest";
import { membership } from "../../lib/schema/operations/membership.ts";
import { mostPointsADay, pointSources, pointsFor } from "../../lib/schema/points.ts";

it("points come from these sources and no other: none for publishing, claiming, seeing or speed", () => {
  expect(pointSources).toEqual(["proposal_agreed", "draft_approved", "review_proved", "second_look", "knowledge_used"]);
});

it("nothing is worth more than a day may bring", () => {
  for (const points of Object.values(pointsFor)) expect(points).toBeLessThan(mostPointsADay);
});

it("nobody can ask for the points of somebody else, or to be given any", () => {
  const names = Object.keys(membership).filter((name) => name.includes("point"));
  expect(names).toEqual(["member.own_points"]);
  expect(membership["member.own_points"].stored).toBe(false);
});
