import type { MemberPage, MemberQuery, MemberRow } from "../../lib/schema/people.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";

/** What who manages people asks of the server. Each rejects with why not; what changes a member gives them as they are then. */
export interface PeopleActions {
  list(query: MemberQuery): Promise<MemberPage>;
  setRole(memberId: string, role: Role): Promise<MemberRow>;
  /** Without a reason (null) the level follows what others find of their answers. */
  setLevel(memberId: string, level: number, reason: string | null): Promise<MemberRow>;
  pause(memberId: string): Promise<MemberRow>;
  resume(memberId: string): Promise<MemberRow>;
  /** Ends every device of theirs. */
  signOut(memberId: string): Promise<MemberRow>;
  /** A way in for a further device of theirs, as when theirs are lost. */
  inviteAgain(memberId: string): Promise<Invitation>;
  copy(text: string): Promise<void>;
  /** For good. */
  remove(memberId: string): Promise<unknown>;
}
