import type { MemberPage, MemberQuery, MemberRow } from "../../lib/schema/people.ts";
import type { Role } from "../../lib/schema/roles.ts";

/** What who manages people asks of the server. Each rejects with why not; what changes a member gives them as they are then. */
export interface PeopleActions {
  list(query: MemberQuery): Promise<MemberPage>;
  setRole(memberId: string, role: Role): Promise<MemberRow>;
  setLevel(memberId: string, level: number, reason: string): Promise<MemberRow>;
  pause(memberId: string): Promise<MemberRow>;
  resume(memberId: string): Promise<MemberRow>;
  /** Ends every device of theirs. */
  signOut(memberId: string): Promise<MemberRow>;
  /** For good. */
  remove(memberId: string): Promise<unknown>;
}
