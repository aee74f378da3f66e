import * as v from "valibot";
import { Figures } from "../figures.ts";
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
};
