import type { MemberRow } from "../../lib/schema/people.ts";
import { can } from "../../lib/schema/roles.ts";
import { mayPause } from "../../lib/schema/trust.ts";
import type { Member } from "../../lib/schema/workspace.ts";

/** Why something cannot be done to a member. */
type WhyOff = "onlyAdmin" | "yourself" | "notNew";

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
export function whatIsOff(
  member: Pick<MemberRow, "id" | "role" | "level" | "standing">,
  admins: number,
  me: Pick<Member, "id" | "role">,
): Off {
  if (!mayPause(me, member)) return { why: "notNew", place: true, going: true };
  if (admins === 1 && member.standing === "active" && can(member, "managePeople")) return { why: "onlyAdmin", place: true, going: true };
  if (member.id === me.id) return { why: "yourself", place: true, going: false };
  return { why: null, place: false, going: false };
}
