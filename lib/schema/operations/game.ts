import * as v from "valibot";
import { NewBadges, OwnBadges } from "../badges.ts";
import { WeekBoard } from "../board.ts";
import { Languages } from "../wire.ts";
import { forRoles, operation, why } from "./row.ts";

/** Operations on what members see of how their work proved right, besides their points. Nobody can give anything by them. */
export const game = {
  /** How the one who asks stands with every badge. */
  "member.own_badges": operation({
    args: v.strictObject({}),
    result: OwnBadges,
    needs: "answer",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** The one who asks knows that they earned these: no device says so again. */
  "badges.known": operation({
    args: v.object({ badges: NewBadges }),
    result: v.null(),
    needs: "answer",
    queued: false,
    stored: true,
    from: ["popup", "you"],
    pace: forRoles("Pressed once for a badge.", 60),
    audited: null,
    onOneself: true,
  }),
  /** The points of this week: in the first of these languages in which who is listed has some, else in the one of most people. */
  "board.read": operation({
    args: v.object({ languages: Languages }),
    result: WeekBoard,
    needs: "answer",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** Whether the one who asks is listed on boards, from now on. */
  "board.choose": operation({
    args: v.object({ isListed: v.boolean() }),
    result: v.null(),
    needs: "answer",
    queued: false,
    stored: true,
    from: ["you"],
    pace: forRoles(why.settings, 60),
    audited: null,
    onOneself: true,
  }),
};
