import * as v from "valibot";
import { PostRows, PostRowsQuery } from "../counted-posts.ts";
import { Figures } from "../figures.ts";
import { PeriodFigures, PeriodQuery } from "../period-figures.ts";
import { forRoles, operation, why } from "./row.ts";

/** Operations that read numbers. */
export const figures = {
  /** Where the posts of the workspace stand now. */
  "figures.read": operation({
    args: v.strictObject({}),
    result: Figures,
    needs: "seeFigures",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** How a period went, by when posts were first seen; docs/figures.md says what each figure is. */
  "figures.of_period": operation({
    args: PeriodQuery,
    result: PeriodFigures,
    needs: "seeFigures",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** A row for each post that was first seen in the last 30 days, for a file: what was counted of it by now, page by page. It leads to posts, so it is no analyst's. */
  "figures.posts": operation({
    args: PostRowsQuery,
    result: PostRows,
    needs: "manageIntegrations",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles("A month of a busy brand is a thousand pages.", 2_400),
    audited: null,
  }),
};
