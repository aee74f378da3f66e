import * as v from "valibot";
import { can } from "./roles.ts";

interface Leveled {
  readonly role: string;
  readonly level: number;
}

/** Posts at once. */
const Claims = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20));
/** From which level on; 4: no level is enough, only a role. */
const From = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4));

/** What is allowed from a level on. */
export const allowances = ["answerUnread", "review", "decideAlone", "propose"] as const;
export type Allowance = (typeof allowances)[number];

/** What each level may in a workspace. */
export const LevelRules = v.object({
  /** Posts that a member may hold at once, by level 0 to 3; no level holds fewer than the one before. */
  claims: v.pipe(
    v.array(Claims),
    v.length(4),
    v.check((claims) => claims.every((most, level) => level === 0 || most >= (claims[level - 1] ?? 0))),
  ),
  from: v.object({
    /** Answers without being read by others first. */
    answerUnread: From,
    /** Reads what others write first, and says a word on it. */
    review: From,
    /** What they decide about a post is done at once, in place of waiting for a second one who says the same. */
    decideAlone: From,
    /** Proposes answers for the record. */
    propose: From,
  } satisfies Record<Allowance, unknown>),
});
export type LevelRules = v.InferOutput<typeof LevelRules>;

export const usualLevelRules: LevelRules = { claims: [1, 3, 5, 10], from: { answerUnread: 1, review: 1, decideAlone: 1, propose: 2 } };

/** Those of a workspace; the usual ones where its server does not say. */
export const levelsOf = (workspace: { readonly levels?: LevelRules | undefined } | null | undefined): LevelRules =>
  workspace?.levels ?? usualLevelRules;

/** Whether they can be used as they are. */
export const areLevelRules = (value: LevelRules): boolean => v.is(LevelRules, value);

/** Open claims a member may hold at once; those who work here all day as those who are trusted most. */
export function claimLimit(member: Leveled, { claims }: LevelRules): number {
  return (can(member, "workAllDay") ? claims[3] : claims[member.level]) ?? 1;
}

/** Whether others read what this member writes before it is placed. */
export function needsReview(member: Leveled, { from }: LevelRules): boolean {
  return !can(member, "answerUnread") && member.level < from.answerUnread;
}

/** Whether this member reads what others write before it is placed. */
export function mayReview(member: Leveled, { from }: LevelRules): boolean {
  return can(member, "answerUnread") || (can(member, "review") && member.level >= from.review);
}

/**
 * Whether what this member would do with a post (set it aside, hand it to staff, bring it back) is only a proposal. It is done when a second member, or
 * one whose word is enough, says so too.
 */
export function proposesOnly(member: Leveled, { from }: LevelRules): boolean {
  return !can(member, "decideAlone") && member.level < from.decideAlone;
}

/** Whether this member may propose an answer for the record. */
export function mayPropose(member: Leveled, { from }: LevelRules): boolean {
  return can(member, "answer") && (can(member, "decideAlone") || member.level >= from.propose);
}
