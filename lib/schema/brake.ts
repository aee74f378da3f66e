import * as v from "valibot";
import { Timestamp } from "./post.ts";
import { can } from "./roles.ts";

/** What the brand says to its community while it stops it; empty: nothing of its own. */
const Words = v.pipe(v.string(), v.trim(), v.maxLength(280));

/** That the community answers nothing for now: staff only. */
export const Brake = v.object({ since: Timestamp, words: Words });
export type Brake = v.InferOutput<typeof Brake>;

/** How the brake is put on, and let off. */
export const BrakeChange = v.variant("isOn", [v.object({ isOn: v.literal(true), words: Words }), v.object({ isOn: v.literal(false) })]);
export type BrakeChange = v.InferOutput<typeof BrakeChange>;

/** Why this member takes no posts for now; null when they may. */
export function brakeFor(member: { readonly role: string }, workspace: { readonly brake?: Brake | null | undefined } | null): Brake | null {
  return can(member, "triage") ? null : (workspace?.brake ?? null);
}
