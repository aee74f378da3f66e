import type { MemberRow } from "../../lib/schema/people.ts";
import { can } from "../../lib/schema/roles.ts";

/** Why something cannot be done to a member. */
type WhyOff = "onlyAdmin" | "yourself";

export interface Off {
  /** Null: anything can be done. */
  readonly why: WhyOff | null;
  /** Pausing them and giving them another role. */
  readonly place: boolean;
  /** Signing them out and removing them. */
  readonly going: boolean;
}

/**
 * What the page does not offer for a member. The last one who manages people stays. One's own place is changed by somebody else: after that
 * one could not undo it, as the server would let one in no more.
 */
export function whatIsOff(member: Pick<MemberRow, "id" | "role" | "standing">, admins: number, ownId: string): Off {
  if (admins === 1 && member.standing === "active" && can(member, "managePeople")) return { why: "onlyAdmin", place: true, going: true };
  if (member.id === ownId) return { why: "yourself", place: true, going: false };
  return { why: null, place: false, going: false };
}
