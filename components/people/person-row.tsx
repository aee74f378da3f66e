import { ChevronDown, Coffee, Pause } from "lucide-preact";
import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import { roleText } from "../../lib/i18n/role-text.ts";
import type { MemberRow } from "../../lib/schema/people.ts";
import { breakLasts } from "../../lib/schema/profile.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { Icon } from "../ui/icon.tsx";
import { nameText, placeFacts, workFacts } from "./person-facts.ts";
import { PersonWork } from "./person-work.tsx";
import type { WorkDeps } from "./use-person-work.ts";
import { whatIsOff } from "./what-is-off.ts";

interface PersonRowProps extends Omit<WorkDeps, "member"> {
  member: MemberRow;
  admins: number;
  me: Member;
  nowMs: number;
  isOpen: boolean;
  onToggle: () => void;
}

const dayMs = 24 * 60 * 60 * 1000;

/** One member in a few lines; pressed, what can be done to them opens below. */
export function PersonRow({ admins, me, nowMs, isOpen, onToggle, ...deps }: PersonRowProps) {
  const { member } = deps;
  const workId = `work-${member.id}`;
  return (
    <div class="person">
      <button type="button" class="list-row" aria-expanded={isOpen} aria-controls={isOpen ? workId : undefined} onClick={onToggle}>
        <span class="row grow">
          <bdi class="strong line-cut">{nameText(member)}</bdi>
          <span class="quiet">
            {roleText(member.role)}
            {member.id === me.id && <> · {i18n.t("members.you")}</>}
          </span>
          {member.standing === "active" && breakLasts(member.away, nowMs) && (
            <span class="state">
              <Icon of={Coffee} /> {i18n.t("members.away")}
            </span>
          )}
          {member.standing === "paused" && (
            <span class="state">
              <Icon of={Pause} /> {i18n.t("members.standing.paused")}
            </span>
          )}
        </span>
        <Icon of={ChevronDown} />
      </button>
      <Facts member={member} today={Math.floor(nowMs / dayMs)} isTold={can(me, "managePeople")} />
      {isOpen && <PersonWork {...deps} id={workId} me={me} off={whatIsOff(member, admins, me)} />}
    </div>
  );
}

/** Written anew when the member changed or another day began, and not with every tick of the page's clock. `today`: days since 1970; `isTold`: why somebody is trusted. */
function Facts({ member, today, isTold }: { member: MemberRow; today: number; isTold: boolean }) {
  const lines = useMemo(() => [placeFacts(member, today * dayMs, isTold), workFacts(member)], [member, today, isTold]);
  return lines.map((facts) => (
    <ul key={facts[0]} class="quiet person-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  ));
}
