import * as v from "valibot";
import { ItemFigures } from "../item-figures.ts";
import { Id } from "../keywords.ts";
import { mostOf } from "../limits.ts";
import { MentionId } from "../mention.ts";
import { declineReasons, longestDeclineNote } from "../proposals.ts";
import { answering } from "../senders.ts";
import { ProposedItem, WaitingProposal } from "../waiting-proposals.ts";
import { WrittenItem } from "../workspace.ts";
import { forRoles, operation, pace, why } from "./row.ts";

/** Operations on knowledge items. */
export const knowledge = {
  /** Add knowledge items, or replace those of the same id. */
  "knowledge.save": operation({
    args: v.object({ items: v.pipe(v.array(WrittenItem), v.minLength(1), v.maxLength(mostOf.savedItems)) }),
    result: v.object({ saved: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostOf.savedItems)) }),
    needs: "manageKnowledge",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("Typed one by one, or a file in parts of 200.", 600),
    audited: ({ items }) => ({ subject: items[0]?.id ?? "", detail: { items: items.length } }),
  }),
  "knowledge.remove": operation({
    args: v.object({ itemId: Id }),
    result: v.null(),
    needs: "manageKnowledge",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("One by one.", 600),
    audited: ({ itemId }) => ({ subject: itemId, detail: {} }),
  }),
  /** Whose the answers on record are, how often they were used and liked; those of which there is nothing to say are left out. */
  "knowledge.figures": operation({
    args: v.strictObject({}),
    result: v.pipe(v.array(ItemFigures), v.maxLength(mostOf.knowledge)),
    needs: "manageKnowledge",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** Propose an answer that was posted for the record: `forbidden` below the level for it, `move_not_allowed` while the post has none. */
  "knowledge.propose": operation({
    args: v.object({ mentionId: MentionId, item: ProposedItem }),
    /** `isKnown`: the same waits already, or is on record. */
    result: v.object({ isKnown: v.boolean() }),
    needs: "answer",
    queued: false,
    stored: true,
    from: answering,
    pace: pace("Each is read by somebody, with care.", 3, 3, 6, 12, 60),
    audited: ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  }),
  /** The proposals that wait, the oldest first. */
  "proposal.list": operation({
    args: v.strictObject({}),
    result: v.pipe(v.array(WaitingProposal), v.maxLength(mostOf.proposals)),
    needs: "manageKnowledge",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** Keep it, as it is or as it was edited; its owner is who proposed it. `move_not_allowed` when somebody decided already, `not_found` when it went with its member. */
  "proposal.accept": operation({
    args: v.object({ proposalId: Id, item: WrittenItem }),
    result: v.null(),
    needs: "manageKnowledge",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("One by one.", 600),
    audited: ({ proposalId }) => ({ subject: proposalId, detail: {} }),
  }),
  /** Do not keep it, and tell its proposer why; as `proposal.accept`. */
  "proposal.decline": operation({
    args: v.object({
      proposalId: Id,
      reason: v.picklist(declineReasons),
      note: v.pipe(v.string(), v.trim(), v.maxLength(longestDeclineNote)),
    }),
    result: v.null(),
    needs: "manageKnowledge",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("One by one.", 600),
    audited: ({ proposalId, reason }) => ({ subject: proposalId, detail: { reason } }),
  }),
};
