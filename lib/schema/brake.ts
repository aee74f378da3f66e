import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { Timestamp } from "./post.ts";
import { can } from "./roles.ts";

/** What the brand says to its community while it stops it; empty: nothing of its own. */
const Words = v.pipe(v.string(), v.trim(), v.maxLength(280));

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

/** What an hour of the community's answers showed; each answer counts once, and no more of one member's than `mostOfOne`. */
export const BrakeSigns = v.object({
  /** Answered authors who wrote again that they are not helped. */
  complaints: Count,
  /** Answers in which a second look found something wrong. */
  wrong: Count,
  /** Near-copies of other answers, refused or published. */
  copies: Count,
  /** Answers that were published, and near-copies that would have been. */
  answers: Count,
});
export type BrakeSigns = v.InferOutput<typeof BrakeSigns>;

/** That the community answers nothing for now: staff only. */
export const Brake = v.object({
  since: Timestamp,
  words: Words,
  /** What it came on by itself for; null, or not there: somebody put it on. */
  why: v.optional(v.nullable(BrakeSigns)),
});
export type Brake = v.InferOutput<typeof Brake>;

/** How the brake is put on, and let off. */
export const BrakeChange = v.variant("isOn", [v.object({ isOn: v.literal(true), words: Words }), v.object({ isOn: v.literal(false) })]);
export type BrakeChange = v.InferOutput<typeof BrakeChange>;

/** When the brake comes on by itself. */
export const BrakeRules = v.object({
  isOn: v.boolean(),
  /** Of a hundred answers within an hour so many must show something wrong, */
  percent: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** and so many at least. */
  least: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(1_000)),
  /** It goes off by itself after so many minutes in which hardly anything came; null: only by hand. */
  calmMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(1_440))),
});
export type BrakeRules = v.InferOutput<typeof BrakeRules>;

/** Nobody's community is stopped by itself before somebody wanted that. */
export const usualBrakeRules: BrakeRules = { isOn: false, percent: 30, least: 10, calmMinutes: null };

/** Whether they can be used as they are. */
export const areBrakeRules = (value: unknown): value is BrakeRules => v.is(BrakeRules, value);

/** So many signs at most count of one member's answers: who is alone wrong is paused, and no reason to stop everybody. */
export const mostOfOne = ({ least }: Pick<BrakeRules, "least">): number => Math.ceil(least / 3);

/** Why this member takes no posts for now; null when they may. */
export function brakeFor(member: { readonly role: string }, workspace: { readonly brake?: Brake | null | undefined } | null): Brake | null {
  return can(member, "triage") ? null : (workspace?.brake ?? null);
}
