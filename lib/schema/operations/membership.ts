import * as v from "valibot";
import { Id } from "../keywords.ts";
import { Because, MemberPage, MemberQuery, MemberRow, OwnLevel } from "../people.ts";
import { OwnPoints } from "../points.ts";
import { type Ability, Role } from "../roles.ts";
import { Member } from "../workspace.ts";
import { type AuditEntry, forRoles, type OperationRow, operation, why } from "./row.ts";

const whom = { memberId: Id };
const onPeople = forRoles("Pressed for one member at a time, also when many are sent out after an attack.", 600);

/** A change of one member by somebody who manages people, or who may do this much, which gives the member as they are then. */
const change = <Args extends v.GenericSchema>(args: Args, audited: OperationRow<Args>["audited"], needs: Ability = "managePeople") =>
  operation({
    args,
    result: MemberRow,
    needs,
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited,
  });
const onlyWhom = ({ memberId }: { readonly memberId: string }): AuditEntry => ({ subject: memberId, detail: {} });

/** Who may take part, and as what. What changes the standing of the last one who manages people is refused with `last_admin`. */
export const membership = {
  /** Members, a page at a time; why somebody's level is what it is only for who manages people. */
  "people.list": operation({
    args: MemberQuery,
    result: MemberPage,
    needs: "pauseNewcomers",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 3_600),
    audited: null,
  }),
  /**
   * The member may do what this role may, from their next request on; what only the former role may hold goes back. `forbidden` for a role that may more
   * than who gives it.
   */
  "member.set_role": change(v.object({ ...whom, role: Role }), ({ memberId, role }) => ({ subject: memberId, detail: { role } })),
  /** The level by hand; its reason is shown to who manages people. Without one (null) it follows the evidence from then on. `forbidden` for one's own. */
  "member.set_level": change(
    v.object({ ...whom, level: Member.entries.level, reason: v.nullable(Because) }),
    ({ memberId, level, reason }) => ({
      subject: memberId,
      detail: { level, reason: reason ?? "" },
    }),
  ),
  /** How the level of the one who asks stands, and why. */
  "member.own_level": operation({
    args: v.strictObject({}),
    result: OwnLevel,
    needs: "answer",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** The points of the one who asks, and what for. */
  "member.own_points": operation({
    args: v.strictObject({}),
    result: OwnPoints,
    needs: "answer",
    queued: false,
    stored: false,
    from: ["you"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /**
   * The member is let in no more until `member.resume`: `member_paused`. What they hold goes back, their drafts stay on the posts. Who does not manage
   * people may pause newcomers, and let those go on whom they paused: else `forbidden`.
   */
  "member.pause": change(v.object(whom), onlyWhom, "pauseNewcomers"),
  "member.resume": change(v.object(whom), onlyWhom, "pauseNewcomers"),
  /** All devices of a member are refused from now on: `signed_out`. What they hold goes back. */
  "member.sign_out": change(v.object(whom), onlyWhom),
  /** The member leaves for good: as paused, and their devices are signed out and their name goes from wherever it stands. What they wrote stays. */
  "member.remove": operation({
    args: v.object(whom),
    result: v.null(),
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: onPeople,
    audited: onlyWhom,
  }),
  /** The one who asks leaves for good, as `member.remove`. */
  "member.leave": operation({
    args: v.strictObject({}),
    result: v.null(),
    needs: "belong",
    queued: false,
    stored: true,
    from: [],
    pace: forRoles("Once.", 20),
    audited: () => ({ subject: "member", detail: {} }),
    onOneself: true,
  }),
  /** One's own device is refused from now on (null: the one that asks); its member stays one. `not_found`, `last_admin` where nobody who manages people would have a device. */
  "device.sign_out": operation({
    args: v.object({ deviceId: v.nullable(Id) }),
    result: v.null(),
    needs: "belong",
    queued: false,
    stored: true,
    from: ["settings"],
    pace: forRoles("One by one.", 60),
    audited: ({ deviceId }) => ({ subject: deviceId ?? "device", detail: {} }),
  }),
};
