import * as v from "valibot";
import { Id } from "../keywords.ts";
import { Because, MemberPage, MemberQuery, MemberRow } from "../people.ts";
import { Role } from "../roles.ts";
import { Member } from "../workspace.ts";
import { forRoles, operation, why } from "./row.ts";

const whom = { memberId: Id };
const onPeople = forRoles("Pressed for one member at a time, also when many are sent out after an attack.", 600);

/** Who may take part, and as what. What changes the standing of the last one who manages people is refused with `last_admin`. */
export const membership = {
  /** Members, a page at a time. */
  "people.list": operation({
    args: MemberQuery,
    result: MemberPage,
    needs: "managePeople",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 3_600),
    audited: null,
  }),
  /** The member may do what this role may, from their next request on; what only the former role may hold goes back. */
  "member.set_role": operation({
    args: v.object({ ...whom, role: Role }),
    result: MemberRow,
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited: ({ memberId, role }) => ({ subject: memberId, detail: { role } }),
  }),
  /** The level by hand; its reason is shown to who manages people. */
  "member.set_level": operation({
    args: v.object({ ...whom, level: Member.entries.level, reason: Because }),
    result: MemberRow,
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited: ({ memberId, level, reason }) => ({ subject: memberId, detail: { level, reason } }),
  }),
  /** The member is let in no more until `member.resume`: `member_paused`. What they hold goes back, their drafts stay on the posts. */
  "member.pause": operation({
    args: v.object(whom),
    result: MemberRow,
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited: ({ memberId }) => ({ subject: memberId, detail: {} }),
  }),
  "member.resume": operation({
    args: v.object(whom),
    result: MemberRow,
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited: ({ memberId }) => ({ subject: memberId, detail: {} }),
  }),
  /** The member leaves for good: as paused, and their devices are signed out and their name goes from wherever it stands. What they wrote stays. */
  "member.remove": operation({
    args: v.object(whom),
    result: v.null(),
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited: ({ memberId }) => ({ subject: memberId, detail: {} }),
  }),
  /** All devices of a member are refused from now on: `signed_out`. What they hold goes back. */
  "member.sign_out": operation({
    args: v.object(whom),
    result: MemberRow,
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited: ({ memberId }) => ({ subject: memberId, detail: {} }),
  }),
  /** The one who asks leaves for good, as `member.remove`. */
  "member.leave": operation({
    args: v.strictObject({}),
    result: v.null(),
    needs: "report",
    queued: false,
    stored: true,
    from: [],
    pace: forRoles("Once.", 20),
    audited: () => ({ subject: "member", detail: {} }),
  }),
  /** One's own device is refused from now on (null: the one that asks); its member stays one. `not_found`, `last_admin` where nobody who manages people would have a device. */
  "device.sign_out": operation({
    args: v.object({ deviceId: v.nullable(Id) }),
    result: v.null(),
    needs: "report",
    queued: false,
    stored: true,
    from: ["settings"],
    pace: forRoles("One by one.", 60),
    audited: ({ deviceId }) => ({ subject: deviceId ?? "device", detail: {} }),
  }),
};
