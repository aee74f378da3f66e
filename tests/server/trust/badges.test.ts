import { expect, it } from "vitest";
import { type Counted, countsBy, metBy } from "../../../server/trust/badges.ts";

const row = (deed: Counted["deed"], count: number, memberId = "ann"): Counted => ({ memberId, deed, count });

it("a mark is met by just as many, and not by one less", () => {
  expect(metBy([row("second_look", 9)])).toEqual([]);
  expect(metBy([row("second_look", 10)])).toEqual([{ memberId: "ann", badge: "second_eyes" }]);
});

it("each member is counted alone, and a higher mark comes beside the lower", () => {
  const met = metBy([row("thanks", 10), row("thanks", 1, "bob"), row("level", 2, "cid"), row("level", 3, "dan")]);
  expect(met.map(({ memberId, badge }) => `${memberId}: ${badge}`)).toEqual([
    "ann: first_help",
    "ann: good_neighbour",
    "bob: first_help",
    "dan: trusted_hand",
  ]);
});

it("kinds of work are the sources of points, thanks and levels are none", () => {
  const three = [row("proposal_agreed", 1), row("draft_approved", 3), row("review_proved", 1)];
  const kinds = (rows: readonly Counted[]) => countsBy(rows).get("ann")?.("all_rounder");
  expect(kinds([...three, row("thanks", 5), row("level", 3), row("mended", 2)])).toBe(3);
  expect(kinds([...three, row("second_look", 1)])).toBe(4);
});
