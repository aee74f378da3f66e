import * as v from "valibot";
import { AuditPage, AuditQuery, AuditState } from "../audit.ts";
import { forRoles, operation, why } from "./row.ts";

/** Operations on what the workspace keeps of people, and on its log of decisions. */
export const rights = {
  /** A page of the log of decisions, the latest first. */
  "audit.list": operation({
    args: AuditQuery,
    result: AuditPage,
    needs: "readLog",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 1_200),
    audited: null,
  }),
  /** Whether the last lines of the log are as they were written. */
  "audit.check": operation({
    args: v.strictObject({}),
    result: AuditState,
    needs: "readLog",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles("Reads thousands of lines.", 60),
    audited: null,
  }),
};
