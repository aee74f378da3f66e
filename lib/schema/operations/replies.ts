import * as v from "valibot";
import { longestText, mostOf } from "../limits.ts";
import { FollowUp, Mention } from "../mention.ts";
import { reviewReasons } from "../reviewing.ts";
import { LookWord, wrongEndings } from "../second-look.ts";
import { answering } from "../senders.ts";
import { Line, Source } from "../workspace.ts";
import { forRoles, heldRef, operation, pace, ref, why } from "./row.ts";

const DraftText = v.pipe(v.string(), v.maxLength(longestText));
const ReviewedText = v.pipe(DraftText, v.minLength(1));

/** Operations on drafts, reviews and replies. */
export const replies = {
  "draft.save": operation({
    args: v.object({ ...heldRef, text: DraftText }),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: [],
    pace: pace("Saved at each pause of the typing.", 600, 1_200, 1_800, 1_800, 3_600),
    audited: null,
  }),
  /**
   * Send this text to the reviewers. The claim stands still while they read. What comes of it holds for this very text: another one is a new draft.
   * `move_not_allowed` for a text that was sent back.
   */
  "review.request": operation({
    args: v.object({ ...heldRef, text: ReviewedText }),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: answering,
    pace: pace(why.people, 20, 60, 120, 240, 600),
    audited: ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  }),
  /** "I would post this." `forbidden` for newcomers and for one's own, `review_stale` when the draft is another by now. */
  "review.approve": operation({
    args: v.object({ ...ref, text: ReviewedText }),
    result: Mention,
    needs: "review",
    queued: false,
    stored: true,
    from: ["popup", "panel"],
    pace: pace(why.words, 10, 60, 90, 120, 600),
    audited: ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  }),
  /** Send it back to its author; as `review.approve`. */
  "review.reject": operation({
    args: v.object({ ...ref, text: ReviewedText, reason: v.picklist(reviewReasons) }),
    result: Mention,
    needs: "review",
    queued: false,
    stored: true,
    from: ["popup", "panel"],
    pace: pace(why.words, 10, 60, 90, 120, 600),
    audited: ({ mentionId, reason }) => ({ subject: mentionId, detail: { reason } }),
  }),
  /** "I would post this instead"; as `review.approve`. */
  "review.suggest": operation({
    args: v.object({ ...ref, text: ReviewedText, edit: ReviewedText }),
    result: Mention,
    needs: "review",
    queued: false,
    stored: true,
    from: ["popup", "panel"],
    pace: pace(why.words, 10, 60, 90, 120, 600),
    audited: ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  }),
  /** The author takes a suggested text, which its reviewer then has approved: `review_stale` when nobody suggests it. */
  "review.accept": operation({
    args: v.object({ ...heldRef, text: ReviewedText }),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: answering,
    pace: pace(why.people, 20, 60, 120, 240, 600),
    audited: ({ mentionId }) => ({ subject: mentionId, detail: {} }),
  }),
  /**
   * "May I place this?", asked by who holds the post, just before. What is let through counts as a reply from then on. `near_copy`: it says what one of the
   * latest replies says; `review_needed`, `lease_lost`, `community_stopped`.
   */
  "reply.place": operation({
    args: v.object({ ...heldRef, text: ReviewedText }),
    result: v.null(),
    needs: "answer",
    queued: false,
    stored: false,
    from: answering,
    pace: pace("Pressed for each answer, and again after each change that it asks for.", 60, 120, 240, 480, 2_400),
    audited: null,
  }),
  /** The reply stands on the site: seen there, or confirmed by the member. A newcomer's needs approval: `review_needed`. */
  "reply.posted": operation({
    args: v.object({
      ...heldRef,
      text: DraftText,
      url: FollowUp.entries.url,
      proof: v.picklist(["seen", "confirmed"]),
      /** The suggestion that the text began as, and whether it was changed; left out where there was none. */
      from: v.optional(v.nullable(v.object({ source: Source, edited: v.boolean() }))),
      /** The member's own words for the tie to the brand, which stand in the text; left out where the workspace has some. */
      disclosure: v.optional(v.nullable(Line)),
    }),
    result: Mention,
    needs: "answer",
    queued: true,
    stored: true,
    from: [],
    pace: pace("Each takes a post out of the queue, on a member's word.", 10, 20, 40, 80, 1_200),
    audited: ({ mentionId, proof }) => ({ subject: mentionId, detail: { proof } }),
    judgesTriage: true,
  }),
  /** The published answers that wait for this member's second look, and their own that were found wrong. */
  "second_look.list": operation({
    args: v.strictObject({}),
    result: v.pipe(v.array(Mention), v.maxLength(mostOf.looks)),
    needs: "answer",
    queued: false,
    stored: false,
    from: ["popup"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** A word on a published answer: `forbidden` for who is not asked for one, `move_not_allowed` when there is one already. */
  "second_look.say": operation({
    args: v.intersect([v.object(ref), LookWord]),
    result: Mention,
    needs: "review",
    queued: false,
    stored: true,
    from: ["popup"],
    pace: pace(why.words, 10, 60, 90, 120, 600),
    audited: (args) => ({
      subject: args.mentionId,
      detail: { verdict: args.verdict, ...(args.verdict === "wrong" ? { reason: args.reason } : {}) },
    }),
  }),
  /** What became of an answer that was found wrong, by its author or staff; `url`: where what was put right stands. */
  "second_look.end": operation({
    args: v.object({ ...ref, ending: v.picklist(wrongEndings), url: FollowUp.entries.url }),
    result: Mention,
    needs: "answer",
    queued: false,
    stored: true,
    from: answering,
    pace: pace(why.people, 20, 60, 120, 240, 600),
    audited: ({ mentionId, ending }) => ({ subject: mentionId, detail: { ending } }),
  }),
  /** A suggestion does not answer this post. */
  "suggestion.reject": operation({
    args: v.object({ ...ref, source: Source }),
    result: v.null(),
    needs: "answer",
    queued: true,
    stored: true,
    from: answering,
    pace: pace("A few for each post that one answers; more would push out what others taught.", 30, 60, 120, 240, 600),
    audited: null,
  }),
};
