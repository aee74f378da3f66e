import { can } from "./roles.ts";
import type { Member } from "./workspace.ts";

/**
 * Whether what this member would do with a post (set it aside, hand it to staff, bring it back) is only a proposal, as it is for newcomers. It is done
 * when a second member, or one of staff, says so too.
 */
export function proposesOnly(member: Pick<Member, "role" | "level">): boolean {
  return !can(member, "triage") && member.level === 0;
}
