import * as v from "valibot";
import { Forum, ForumChange } from "../forum.ts";
import { forRoles, operation, why } from "./row.ts";

/** Operations on the forum that the community has already. */
export const forum = {
  "forum.read": operation({
    args: v.strictObject({}),
    result: v.nullable(Forum),
    needs: "manageIntegrations",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 1_200),
    audited: null,
  }),
  /** Let the accounts of a forum join, or change how. */
  "forum.save": operation({
    args: ForumChange,
    result: Forum,
    needs: "manageIntegrations",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: ({ address, leastTrust }) => ({ subject: address, detail: { leastTrust } }),
  }),
  /** Take over from the forum now what is new there. */
  "forum.refresh": operation({
    args: v.strictObject({}),
    result: Forum,
    needs: "manageIntegrations",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles("Each calls another system.", 60),
    audited: null,
  }),
  /** Nobody joins with an account of the forum any more; who did stays. */
  "forum.remove": operation({
    args: v.strictObject({}),
    result: v.null(),
    needs: "manageIntegrations",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 120),
    audited: () => ({ subject: "", detail: {} }),
  }),
};
