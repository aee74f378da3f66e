import * as v from "valibot";
import { Id } from "./keywords.ts";
import { MentionId } from "./mention.ts";
import { Person } from "./person.ts";
import { Timestamp } from "./timestamp.ts";
import { KnowledgeItem } from "./workspace.ts";

/** What a member proposes; the rest is for whoever reviews it. */
export const ProposedItem = v.pick(KnowledgeItem, ["lang", "title", "answer"]);
export type ProposedItem = v.InferOutput<typeof ProposedItem>;

/** A proposal as those see it who decide. */
export const WaitingProposal = v.object({
  id: Id,
  by: Person,
  ...ProposedItem.entries,
  /** From the answer to which post; null once that is deleted. */
  mentionId: v.nullable(MentionId),
  at: Timestamp,
});
export type WaitingProposal = v.InferOutput<typeof WaitingProposal>;

/** Whether this may be proposed: it has a title and an answer, neither too long. */
export const isProposable = (item: ProposedItem): boolean => v.is(ProposedItem, item);
