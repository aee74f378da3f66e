import * as v from "valibot";
import { OwnAnswers, OwnAnswersQuery, OwnData, OwnDataPlace, OwnReviews, OwnReviewsQuery, OwnWeeks } from "../own-work.ts";
import { forRoles, operation, why } from "./row.ts";

/** What members read of their own work; nobody reads it of somebody else. */
export const own = {
  /** Published answers of the one who asks, newest first, and what became of each; a page at a time. */
  "member.own_answers": operation({
    args: OwnAnswersQuery,
    result: OwnAnswers,
    needs: "answer",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles(why.lists, 1_200),
    audited: null,
  }),
  /** What they said of others' drafts and answers, newest first, and what became of those; a page at a time. */
  "member.own_reviews": operation({
    args: OwnReviewsQuery,
    result: OwnReviews,
    needs: "answer",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles(why.lists, 1_200),
    audited: null,
  }),
  /** What they did this week and in the one before. */
  "member.own_weeks": operation({
    args: v.strictObject({}),
    result: OwnWeeks,
    needs: "answer",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** All that the server holds of them, a part after the other; `from`: where it goes on, null at the beginning. */
  "member.own_data": operation({
    args: v.object({ from: v.nullable(OwnDataPlace) }),
    result: OwnData,
    needs: "belong",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles("A file of one's own with years of work takes some hundred requests.", 1_200),
    audited: null,
  }),
};
