import { review } from "../../lib/schema/reviewing.ts";

/** Drafts on which two members both took a stand (an author stands for the own draft), and those on which they took the same. */
export interface Common {
  readonly shared: number;
  readonly agreed: number;
}

/** From here on two members count as alike: three stands in common and not one against, or seven of eight. */
const alikeFrom = 0.8;

/**
 * How likely it is, 0..1, that two members take the same stand next time: (agreed + 1) / (shared + 2), Laplace's rule of succession. 0.5 for strangers.
 * The idea is the "bridging" of X's Community Notes (what people agree on who often do not is worth more), without its matrix factorisation, for
 * which a workspace has too few reviews. A pair that always approves each other soon counts as alike.
 */
export function likeness({ shared, agreed }: Common): number {
  return (agreed + 1) / (shared + 2);
}

export const isAlike = (common: Common): boolean => likeness(common) >= alikeFrom;

interface Approval {
  readonly isStaff: boolean;
  /** By somebody unlike the author. */
  readonly isUnlike: boolean;
}

export interface ApprovalTally {
  /** Approvals that are missing; the draft is approved at 0. */
  readonly needs: number;
  /** Only somebody unlike the author can give what is missing. */
  readonly needsUnlike: boolean;
}

/** One approval of staff is enough, or two of which one comes from somebody unlike the author. */
export function tally(approvals: readonly Approval[]): ApprovalTally {
  if (approvals.some(({ isStaff }) => isStaff)) return { needs: 0, needsUnlike: false };
  const needsBridge = !approvals.some(({ isUnlike }) => isUnlike);
  const needs = Math.max(review.approvals - approvals.length, needsBridge ? 1 : 0);
  return { needs, needsUnlike: needsBridge && needs === 1 };
}
