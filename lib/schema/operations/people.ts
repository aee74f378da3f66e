import * as v from "valibot";
import { Doings, Moved, TakeBack, TakeBackId, takeBackHours } from "../doings.ts";
import { NewInvitation, OpenInvitations, OwnDevice } from "../invitations.ts";
import { Id } from "../keywords.ts";
import { mostOf } from "../limits.ts";
import { MentionId } from "../mention.ts";
import { MemberName } from "../person.ts";
import { Away, Profile } from "../profile.ts";
import { Invitation, Member } from "../workspace.ts";
import { forRoles, operation, why } from "./row.ts";

/** Operations on members and invitations. */
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
  /** The member's own name, as the others see it from now on; `name_taken` where it looks like another member's. */
  "member.rename": operation({
    args: v.object({ name: MemberName }),
    result: Member,
    needs: "belong",
    queued: false,
    stored: true,
    from: ["settings"],
    pace: forRoles(why.settings, 20),
    // The name itself would outlive the member.
    audited: () => ({ subject: "name", detail: {} }),
    onOneself: true,
  }),
  /** What the member says of themselves, for all of their devices. */
  "profile.save": operation({
    args: v.pick(Profile, ["languages", "topics"]),
    result: v.null(),
    needs: "belong",
    queued: false,
    stored: true,
    from: ["settings"],
    pace: forRoles("Boxes that are ticked one by one.", 240),
    audited: null,
    onOneself: true,
  }),
  /** The member takes a break: what they hold waits for others, and their devices show no badges. It ends by itself at `until`, null: by `away.end`. */
  "away.begin": operation({
    args: Away,
    result: v.null(),
    needs: "belong",
    queued: false,
    stored: true,
    from: ["popup", "settings"],
    pace: forRoles(why.settings, 60),
    audited: () => ({ subject: "away", detail: {} }),
    onOneself: true,
  }),
  "away.end": operation({
    args: v.strictObject({}),
    result: v.null(),
    needs: "belong",
    queued: false,
    stored: true,
    from: ["popup", "settings"],
    pace: forRoles(why.settings, 60),
    audited: () => ({ subject: "away", detail: {} }),
    onOneself: true,
  }),
  /** What advocates did in the last day, the unusual first; and what was taken back of it. */
  "member.doings": operation({
    args: v.strictObject({}),
    result: v.object({
      people: v.pipe(v.array(Doings), v.maxLength(mostOf.listedDoings)),
      takeBacks: v.pipe(v.array(TakeBack), v.maxLength(mostOf.takeBacks)),
    }),
    needs: "seePeople",
    queued: false,
    stored: false,
    from: ["panel"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /**
   * Take back all that one advocate did in the last hours, where nobody else went on; `after`: only posts behind that one, as the result gives it when
   * there are more than move at once. `forbidden` for who works for the brand.
   */
  "member.take_back": operation({
    args: v.object({ memberId: Id, hours: v.picklist(takeBackHours), after: v.optional(MentionId) }),
    result: v.object({ ...Moved.entries, after: v.nullable(MentionId) }),
    needs: "triage",
    queued: false,
    stored: true,
    from: [],
    pace: forRoles("Pressed for each of those who attack; each moves many posts.", 60),
    audited: ({ memberId, hours }) => ({ subject: memberId, detail: { hours } }),
  }),
  /** Undo of that, where nobody went on since: `not_found` when it does not stand. */
  "take_back.undo": operation({
    args: v.object({ id: TakeBackId }),
    result: Moved,
    needs: "triage",
    queued: false,
    stored: true,
    from: ["panel"],
    pace: forRoles("As often as it is taken back.", 60),
    audited: ({ id }) => ({ subject: id, detail: {} }),
  }),
  /** An invitation for so many as `uses` says (one when left out), that expires after `hours` (a week). */
  "invitation.create": operation({
    args: NewInvitation,
    result: Invitation,
    needs: "managePeople",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles("A community that is invited from a file.", 1_000),
    audited: ({ role, level = 0, uses = 1 }) => ({ subject: role, detail: { level, uses } }),
  }),
  /** Those that may still be used, the latest first. */
  "invitation.list": operation({
    args: v.strictObject({}),
    result: OpenInvitations,
    needs: "managePeople",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
  /** Nobody joins by it any more: `not_found` when it is no longer open. */
  "invitation.revoke": operation({
    args: v.object({ id: Id }),
    result: v.null(),
    needs: "managePeople",
    queued: false,
    stored: true,
    from: ["admin"],
    pace: forRoles("One by one.", 600),
    audited: ({ id }) => ({ subject: id, detail: {} }),
  }),
  /** A way back in for a member who lost their devices: it lets in a device of the same member. */
  "member.invite_again": operation({
    args: v.object({ memberId: Id }),
    result: Invitation,
    needs: "managePeople",
    queued: false,
    stored: false,
    from: ["admin"],
    pace: forRoles("Whoever lost a device asks.", 120),
    audited: ({ memberId }) => ({ subject: memberId, detail: {} }),
  }),
  /** The same for a further device of one's own, for ten minutes. */
  "device.invite": operation({
    args: v.strictObject({}),
    result: Invitation,
    needs: "belong",
    queued: false,
    stored: false,
    from: ["settings"],
    pace: forRoles("Somebody who tries it several times.", 20),
    audited: () => ({ subject: "device", detail: {} }),
  }),
  /** The devices of the member who asks that are let in, the latest first. */
  "device.list": operation({
    args: v.strictObject({}),
    result: v.pipe(v.array(OwnDevice), v.maxLength(mostOf.devices)),
    needs: "belong",
    queued: false,
    stored: false,
    from: ["settings"],
    pace: forRoles(why.lists, 600),
    audited: null,
  }),
};
