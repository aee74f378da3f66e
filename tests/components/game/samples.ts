import type { OwnBadges } from "../../../lib/schema/badges.ts";
import type { WeekBoard } from "../../../lib/schema/board.ts";

/** One that is earned, two on the way. */
export const ownBadges: OwnBadges = [
  { badge: "first_help", count: 3, earnedAt: "2026-03-01T10:00:00.000Z" },
  { badge: "good_neighbour", count: 3, earnedAt: null },
  { badge: "trusted_hand", count: 1, earnedAt: null },
];

/** A board whose tenth place three share, one of them the reader, further down; with names that would break a page. */
export const board: WeekBoard = {
  language: "en",
  languages: ["en", "he"],
  rows: [
    ...["Mo Lind", "<b>Bo</b> & Co", "\u202edrawkcaB", "נועה בן־דוד", "A".repeat(80), "Ann", "Bea", "Cid", "Dan"].map((name, index) => ({
      ...{ place: index < 2 ? 1 : index + 1, name, points: index < 2 ? 40 : 40 - index, isMine: false },
    })),
    { place: 10, name: "Eve", points: 1, isMine: false },
    { place: 10, name: "Noor", points: 1, isMine: true },
  ],
  alsoTenth: 1,
  isListed: true,
};
