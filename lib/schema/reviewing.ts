/** How many approvals a newcomer's draft needs; how long a reviewer is waited for; how long the author's claim stands still meanwhile. In ms. */
export const review = { approvals: 2, waitMs: 10 * 60_000, leaseMs: 60 * 60_000 } as const;

/** Why a draft is sent back. */
export const reviewReasons = ["wrong", "beside_the_point", "unclear", "tone", "not_allowed"] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const reviewVerdicts = ["approved", "rejected", "suggested"] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];
