import { mayReview, usualLevelRules } from "../schema/level-rules.ts";
import type { Mention } from "../schema/mention.ts";
import { can } from "../schema/roles.ts";
import type { Member } from "../schema/workspace.ts";
import { isLive } from "./clock.ts";

/** Whether `member` may say a word on the mention's draft: it waits for one, it is not their own, and their level may, which for staff
 * need not be said. */
export function canReview(mention: Mention, member: Member, levels = usualLevelRules): boolean {
  const { draft, route } = mention;
  if (draft?.status !== "in_review" || draft.author.id === member.id || !isLive(mention)) return false;
  return mayReview(member, levels) && (route === "community" || can(member, "triage"));
}

/** The drafts that wait for this member's word, next first: for staff those that staff is asked for, then whichever waits longest. */
export function reviewsFor(mentions: readonly Mention[], member: Member, levels = usualLevelRules): Mention[] {
  const turn = ({ draft }: Mention) => (can(member, "answerUnread") && draft?.review?.forStaff ? "0" : "1") + (draft?.review?.since ?? "");
  const hasSpoken = ({ draft }: Mention) => draft?.review?.verdicts.some(({ by }) => by.id === member.id) ?? false;
  return mentions
    .filter((mention) => canReview(mention, member, levels) && !hasSpoken(mention))
    .sort((a, b) => (turn(a) === turn(b) ? (a.id < b.id ? -1 : 1) : turn(a) < turn(b) ? -1 : 1));
}
