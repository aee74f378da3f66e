import { Gauge, KeyRound, LogOut, Pause, Play, UserCog, UserRoundX } from "lucide-preact";
import { i18n } from "#i18n";
import { roleText } from "../../lib/i18n/role-text.ts";
import type { MemberRow } from "../../lib/schema/people.ts";
import { can, type Role, rolesToGive } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import type { Off } from "./what-is-off.ts";

/** What opens in place of the buttons. */
export type PersonPart = "level" | "signOut" | "wayIn" | "remove";

interface PersonButtonsProps {
  member: MemberRow;
  /** Who looks at the page. */
  me: Member;
  off: Off;
  /** Id of the sentence that says why something is off. */
  whyId: string;
  onRole: (role: Role) => void;
  onPause: () => void;
  onResume: () => void;
  onOpen: (what: PersonPart) => void;
}

/** What can be done to a member. What is off stays, so that one finds it and reads why. */
export function PersonButtons(props: PersonButtonsProps) {
  const { member, me, off, whyId, onRole, onOpen } = props;
  const placeWhy = off.place ? whyId : undefined;
  const goingWhy = off.going ? whyId : undefined;
  if (!can(me, "managePeople")) {
    return (
      <div class="row person-buttons">
        <PauseButton {...props} />
      </div>
    );
  }
  return (
    <div class="row person-buttons">
      <RolePick role={member.role} roles={rolesToGive(me)} describedBy={placeWhy} onRole={onRole} />
      <span data-opens="level">
        <Button icon={Gauge} onClick={() => onOpen("level")}>
          {i18n.t("members.setTrust")}
        </Button>
      </span>
      <PauseButton {...props} />
      <span data-opens="signOut">
        <Button icon={LogOut} off={off.going || member.devices === 0} describedBy={goingWhy} onClick={() => onOpen("signOut")}>
          {i18n.t("members.signOut")}
        </Button>
      </span>
      <span data-opens="wayIn">
        <Button icon={KeyRound} onClick={() => onOpen("wayIn")}>
          {i18n.t("members.wayIn")}
        </Button>
      </span>
      <span data-opens="remove">
        <Button icon={UserRoundX} off={off.going} describedBy={goingWhy} onClick={() => onOpen("remove")}>
          {i18n.t("members.remove")}
        </Button>
      </span>
    </div>
  );
}

/** The one thing here that a moderator may do too. */
function PauseButton({ member, off, whyId, onPause, onResume }: PersonButtonsProps) {
  const isPaused = member.standing === "paused";
  return (
    <Button
      icon={isPaused ? Play : Pause}
      off={off.place}
      describedBy={off.place ? whyId : undefined}
      onClick={isPaused ? onResume : onPause}
    >
      {isPaused ? i18n.t("members.resume") : i18n.t("members.pause")}
    </Button>
  );
}

interface RolePickProps {
  role: string;
  /** Those that may be given. */
  roles: readonly Role[];
  describedBy: string | undefined;
  onRole: (role: Role) => void;
}

/** The roles that they do not have. `describedBy`: it cannot be changed, and this says why. */
function RolePick({ role, roles, describedBy, onRole }: RolePickProps) {
  const text = i18n.t("members.changeRole");
  if (describedBy !== undefined) {
    return (
      <Button icon={UserCog} off describedBy={describedBy} onClick={() => {}}>
        {text}
      </Button>
    );
  }
  const others = roles.filter((each) => each !== role);
  const items = others.map((each) => ({ key: each, text: roleText(each), onPick: () => onRole(each) }));
  return (
    <Menu label={text} icon={UserCog} look="plain" items={items}>
      {text}
    </Menu>
  );
}
