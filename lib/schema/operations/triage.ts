import * as v from "valibot";
import { Id } from "../keywords.ts";
import { mostOf } from "../limits.ts";
import { dismissReasons, HistoryEntry, Mention, MentionId, Note, wishes } from "../mention.ts";
import { Say } from "../overrule.ts";
import { answering } from "../senders.ts";
import { forRoles, operation, pace, ref } from "./row.ts";

/** Operations that say where a post belongs and what its scores should be. */
export const triageOperations = {
  /** Hand it to staff, or between the lines of staff, or back to the community. A newcomer's is a proposal; handing it back takes that back. */
  "mention.route": operation({
    args: v.object({
      ...ref,
      route: v.picklist(["community", "first_line", "second_line"]),
      note: Note,
    }),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: answering,
    pace: pace("Each puts a post before staff; a newcomer's is a proposal.", 10, 20, 40, 60, 1_200),
    audited: ({ mentionId, route }) => ({ subject: mentionId, detail: { route } }),
    judgesTriage: true,
  }),
  /** A newcomer's is a proposal until a second member or staff says so too. */
  "mention.dismiss": operation({
    args: v.object({ ...ref, reason: v.picklist(dismissReasons) }),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: answering,
    pace: pace("Each takes a post out of the queue; a newcomer's is a proposal.", 15, 30, 60, 100, 1_200),
    audited: ({ mentionId, reason }) => ({ subject: mentionId, detail: { reason } }),
  }),
  /** Undo of a dismissal, or of the proposal of one; a newcomer's is a proposal where others set it aside. */
  "mention.reopen": operation({
    args: v.object(ref),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: answering,
    pace: pace("As often as one sets aside, since it is the undo of that.", 15, 30, 60, 100, 1_200),
    audited: ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  }),
  /** Staff would not do what newcomers propose, or would have it open again. */
  "opinion.decline": operation({
    args: v.object({ ...ref, wish: v.picklist(wishes), isDeclined: v.boolean() }),
    result: Mention,
    needs: "triage",
    queued: true,
    stored: true,
    from: ["panel"],
    pace: forRoles("Staff at work in the side panel.", 1_200),
    audited: ({ mentionId, wish, isDeclined }) => ({ subject: mentionId, detail: { wish, declined: String(isDeclined) } }),
  }),
  /** What a person says of one field of the triage: it wins over every later score, until it is taken back. */
  "mention.overrule": operation({
    args: v.intersect([v.object(ref), Say]),
    result: Mention,
    needs: "triage",
    queued: true,
    stored: true,
    from: ["panel"],
    pace: forRoles("Staff at work in the side panel.", 1_200),
    audited: ({ mentionId, field, value }) => ({ subject: mentionId, detail: { field, value: value ?? "taken back" } }),
    judgesTriage: true,
  }),
  /** Say who of staff should take care of it; null: nobody in particular. */
  "mention.assign": operation({
    args: v.object({ ...ref, memberId: v.nullable(Id) }),
    result: Mention,
    needs: "assign",
    queued: true,
    stored: true,
    from: ["panel"],
    pace: forRoles("Staff at work in the side panel, also with many at once.", 1_200),
    audited: ({ mentionId, memberId }) => ({ subject: mentionId, detail: { to: memberId ?? "" } }),
  }),
  /** Set it aside as the same as another one; `mention.reopen` undoes it. */
  "mention.merge": operation({
    args: v.object({ ...ref, intoId: MentionId }),
    result: Mention,
    needs: "triage",
    queued: true,
    stored: true,
    from: ["panel"],
    pace: forRoles("Staff at work in the side panel, also with many at once.", 600),
    audited: ({ mentionId, intoId }) => ({ subject: mentionId, detail: { into: intoId } }),
  }),
  /** What was done to a mention, oldest first. */
  "mention.history": operation({
    args: v.object(ref),
    result: v.pipe(v.array(HistoryEntry), v.maxLength(mostOf.history)),
    needs: "triage",
    queued: false,
    stored: false,
    from: ["panel"],
    pace: forRoles("Asked for with each row that is opened.", 2_400),
    audited: null,
  }),
};
