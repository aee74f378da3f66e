import * as v from "valibot";
import { mostOf } from "../limits.ts";
import { Invitation, Member, Role, StartLevel } from "../workspace.ts";
import { forRoles, operation, why } from "./row.ts";

/** Who is in the workspace. */
export const people = {
  /** The people of the workspace. */
  "member.list": operation({
    args: v.strictObject({}),
    result: v.pipe(v.array(Member), v.maxLength(mostOf.members)),
    needs: "seePeople",
    queued: false,
    stored: false,
    from: ["panel"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** The member's own name, as the others see it from now on. */
  "member.rename": operation({
    args: v.object({ name: Member.entries.name }),
    result: Member,
    needs: "report",
    queued: false,
    stored: true,
    from: ["settings"],
    pace: forRoles(why.settings, 20),
    audited: ({ name }) => ({ subject: "name", detail: { name } }),
  }),
  /** A single-use invitation that expires after seven days. `level`: the trust that an advocate begins with. */
  "invitation.create": operation({
    args: v.object({ role: Role, level: v.optional(StartLevel) }),
    result: Invitation,
    needs: "managePeople",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles("A community that is invited one by one.", 300),
    audited: ({ role, level = 0 }) => ({ subject: role, detail: { level } }),
  }),
};
