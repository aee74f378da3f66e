import { FanswerError } from "../../lib/schema/errors.ts";
import { mayReview } from "../../lib/schema/level-rules.ts";
import { type DraftStatus, lease, liveStatuses } from "../../lib/schema/lifecycle.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { type ReviewReason, type ReviewVerdict, review } from "../../lib/schema/reviewing.ts";
import { can } from "../../lib/schema/roles.ts";
import { type ApprovalTally, isAlike, tally } from "../review/tally.ts";
import { type DraftRow, storedDraft } from "../store/drafts.ts";
import { approvalsOf, askReview, commonStands, holdForReview, moveReview, putReview, suggesterOf } from "../store/reviews.ts";
import { reviewsOfMention } from "../store/room.ts";
import { all, first } from "../store/statement.ts";
import { workspaceForReplies } from "../store/workspaces.ts";
import { lockedToWrite } from "./answer.ts";
import { type Handler, locked, type OperationCall, present, ShownMention } from "./call.ts";
import { refuseNearCopy } from "./near-copies.ts";
import { checkRoom } from "./room.ts";
import { checkRoute, statusAt } from "./rules.ts";

type Text = Pick<DraftRow, "mention_id" | "author" | "body">;

/** Which approvals this very text still lacks. */
export async function lacking(
  { client, workspaceId }: Pick<OperationCall, "client" | "workspaceId">,
  { mention_id, author, body }: Text,
): Promise<ApprovalTally> {
  const approvers = await all(client, approvalsOf, workspaceId, mention_id, body, author);
  const ids = approvers.map(({ id }) => id);
  const common = ids.length === 0 ? [] : await all(client, commonStands, workspaceId, mention_id, author, ids);
  const alike = new Set(common.filter(isAlike).map(({ id }) => id));
  return tally(approvers.map(({ id, role }) => ({ isStaff: can({ role }, "answerUnread"), isUnlike: !alike.has(id) })));
}

const statusOf = ({ needs }: ApprovalTally): DraftStatus => (needs === 0 ? "approved" : "in_review");

/** The author's claim does not run out while a draft is in review; its time starts anew once the reviewers have decided. */
async function hold(call: OperationCall, { mention_id, author }: Text, status: DraftStatus): Promise<ShownMention> {
  const until = new Date(call.at.getTime() + (status === "in_review" ? review.leaseMs : lease.lengthMs));
  await all(call.client, holdForReview, call.workspaceId, mention_id, author, until, await call.raise());
  return new ShownMention(mention_id);
}

/** The holder's text goes to the reviewers; approved at once when they have approved it before. */
async function send(call: OperationCall, text: Text): Promise<ShownMention> {
  const { needs, needsUnlike } = await lacking(call, text);
  const status = statusOf({ needs, needsUnlike });
  const { client, workspaceId, at, device } = call;
  const written = { mentionId: text.mention_id, text: text.body, author: text.author, ofStaff: can(device.member, "triage") };
  await all(client, askReview, { workspaceId, ...written, status, needs, needsUnlike, at });
  return hold(call, text, status);
}

export const request: Handler<"review.request"> = async (call, { mentionId, fence, text }) => {
  const draft = await lockedToWrite(call, mentionId, fence);
  const author = call.device.member.id;
  if (draft?.body === text && draft.author === author && draft.status !== "writing") {
    if (draft.status === "rejected") throw new FanswerError("move_not_allowed", "sent back as it is");
    return new ShownMention(mentionId);
  }
  await refuseCopied(call, { mention_id: mentionId, author, body: text });
  return send(call, { mention_id: mentionId, author, body: text });
};

/** What nobody may post needs nobody's time: throws `near_copy`. */
async function refuseCopied(call: OperationCall, { mention_id: mentionId, author, body: text }: Text): Promise<void> {
  const workspace = present(await workspaceForReplies(call.client, call.workspaceId));
  await refuseNearCopy(call, { mentionId, author, text }, workspace);
}

export const accept: Handler<"review.accept"> = async (call, { mentionId, fence, text }) => {
  const { client, workspaceId, at, device } = call;
  const draft = await lockedToWrite(call, mentionId, fence);
  const author = device.member.id;
  const suggester =
    draft?.author === author && draft.status === "in_review"
      ? await first(client, suggesterOf, workspaceId, mentionId, draft.body, text)
      : null;
  if (suggester === null) throw new FanswerError("review_stale");
  await refuseCopied(call, { mention_id: mentionId, author, body: text });
  const { reviewer } = suggester;
  await all(client, putReview, { workspaceId, mentionId, text, reviewer, author, verdict: "approved", suggestion: null, at });
  return send(call, { mention_id: mentionId, author, body: text });
};

/** The draft as the reviewer read it. Nobody reviews their own. */
async function lockedToReview(call: OperationCall, mentionId: string, text: string): Promise<DraftRow> {
  const { member, levels } = call.device;
  const row = await locked(call, mentionId);
  checkRoute(call, row);
  if (!mayReview(member, levels)) throw new FanswerError("forbidden", "newcomer");
  const draft = await first(call.client, storedDraft, call.workspaceId, mentionId);
  if (draft?.author === member.id) throw new FanswerError("forbidden", "own draft");
  if (draft?.body !== text) throw new FanswerError("review_stale");
  if (!liveStatuses.has(statusAt(row, call.at))) throw new FanswerError("move_not_allowed", row.status);
  return draft;
}

interface Word {
  readonly verdict: ReviewVerdict;
  /** What the reviewer would post instead. */
  readonly edit?: string;
  readonly reason?: ReviewReason;
}

async function say(call: OperationCall, draft: DraftRow, { verdict, edit, reason }: Word): Promise<ShownMention> {
  const { client, workspaceId, at, device } = call;
  const { mention_id: mentionId, author, body: text } = draft;
  if (draft.status !== "in_review") throw new FanswerError("move_not_allowed", `draft ${draft.status}`);
  await checkRoom(call, mostOf.reviews, reviewsOfMention, [mentionId]);
  const { id: reviewer } = device.member;
  await all(client, putReview, { workspaceId, mentionId, text, reviewer, author, verdict, suggestion: edit ?? null, at });
  const { needs, needsUnlike } = await lacking(call, draft);
  const status = verdict === "rejected" ? "rejected" : statusOf({ needs, needsUnlike });
  await all(client, moveReview, { workspaceId, mentionId, status, needs, needsUnlike, reason: reason ?? null, at });
  return hold(call, draft, status);
}

export const approve: Handler<"review.approve"> = async (call, { mentionId, text }) => {
  const draft = await lockedToReview(call, mentionId, text);
  // Two may approve at the same moment: the second finds it approved already.
  if (draft.status === "approved") return new ShownMention(mentionId);
  // Somebody may have posted the same since it was sent.
  if (draft.status === "in_review") await refuseCopied(call, draft);
  return say(call, draft, { verdict: "approved" });
};

export const reject: Handler<"review.reject"> = async (call, { mentionId, text, reason }) =>
  say(call, await lockedToReview(call, mentionId, text), { verdict: "rejected", reason });

export const suggest: Handler<"review.suggest"> = async (call, { mentionId, text, edit }) => {
  if (edit === text) throw new FanswerError("malformed", "edit");
  return say(call, await lockedToReview(call, mentionId, text), { verdict: "suggested", edit });
};
