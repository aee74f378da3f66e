import * as v from "valibot";
import { AuditPage, AuditQuery, AuditState } from "../audit.ts";
import { AuthorHeld, AuthorRef, DataRequest, Erased, listedErasures, openRequests, Receipt } from "../erasure.ts";
import { Id } from "../keywords.ts";
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
  /** How much is held of an author, before anything is erased. `malformed` where it cannot be said who is meant. */
  "author.look": operation({
    args: AuthorRef,
    result: AuthorHeld,
    needs: "eraseData",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.settings, 600),
    audited: null,
  }),
  /** Erases what is held of an author, and has them not collected any more if `isListed`. Nobody is held by that name: there is a receipt all the same. */
  "author.erase": operation({
    args: v.strictObject({ ...AuthorRef.entries, isListed: v.boolean() }),
    result: Erased,
    needs: "eraseData",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("One by one, and again where there is much.", 120),
    // Its handler writes the line: only it knows the receipt's number, and the name must stand nowhere.
    audited: null,
  }),
  /** The receipts of what was erased. */
  "erasure.list": operation({
    args: v.strictObject({}),
    result: v.object({ receipts: v.pipe(v.array(Receipt), v.maxLength(listedErasures)) }),
    needs: "eraseData",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** What authors ask on the public page, the oldest first; `notice`: where that page is. */
  "request.list": operation({
    args: v.strictObject({}),
    result: v.object({
      requests: v.pipe(v.array(DataRequest), v.maxLength(openRequests)),
      notice: v.pipe(v.string(), v.maxLength(2_000)),
    }),
    needs: "eraseData",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** It was looked at, and is forgotten: `not_found` where somebody else did so. */
  "request.settle": operation({
    args: v.strictObject({ id: Id }),
    result: v.null(),
    needs: "eraseData",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles(why.settings, 600),
    audited: ({ id }) => ({ subject: id, detail: {} }),
  }),
};
