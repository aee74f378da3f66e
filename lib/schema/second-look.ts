import * as v from "valibot";
import { Timestamp } from "./post.ts";

/**
 * How many people are asked to look at a published answer again, each time that nobody of those before did within `waitMs`, how many in all, and how
 * many answers wait for the same person at most.
 */
export const secondLook = { asked: 3, askedInAll: 12, waitMs: 6 * 60 * 60_000, mostOfMember: 5 } as const;

/** What a second reader finds of an answer that stands on the site. */
export const lookVerdicts = ["helpful", "somewhat", "no", "wrong"] as const;
export type LookVerdict = (typeof lookVerdicts)[number];

/** What is wrong with it. */
export const wrongReasons = ["untrue", "harmful", "not_allowed"] as const;
export type WrongReason = (typeof wrongReasons)[number];

/** What became of an answer that was found wrong; that it is right after all is for staff to say. */
export const wrongEndings = ["corrected", "deleted", "right"] as const;
export type WrongEnding = (typeof wrongEndings)[number];

/** A word of a second reader: why is said where the answer is wrong, and only there. */
export const LookWord = v.variant("verdict", [
  v.object({ verdict: v.picklist(["helpful", "somewhat", "no"]) }),
  v.object({ verdict: v.literal("wrong"), reason: v.picklist(wrongReasons) }),
]);
export type LookWord = v.InferOutput<typeof LookWord>;

/** What a second reader found, and what became of it; never by whom. */
export const LookFound = v.object({
  verdict: v.picklist(lookVerdicts),
  reason: v.nullable(v.picklist(wrongReasons)),
  at: Timestamp,
  ending: v.nullable(v.picklist(wrongEndings)),
  /** Where what was put right stands now. */
  url: v.nullable(v.pipe(v.string(), v.maxLength(2000), v.startsWith("https://"))),
});
export type LookFound = v.InferOutput<typeof LookFound>;

/** How the second look at a published answer stands, for those whom it concerns: who is asked, its author, staff. */
export const SecondLook = v.object({
  /** Who reads this is asked for a word. */
  isAsked: v.boolean(),
  found: v.nullable(LookFound),
});
export type SecondLook = v.InferOutput<typeof SecondLook>;

/** The part of a mention that tells of its second look. */
interface LookedAt {
  readonly secondLook?: SecondLook | null | undefined;
}

/** Why the answer is wrong, while nobody said that it is put right; null otherwise. */
export function wrongNow({ secondLook: look }: LookedAt): WrongReason | null {
  return look?.found && look.found.ending === null ? look.found.reason : null;
}
