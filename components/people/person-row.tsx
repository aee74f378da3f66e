import { ChevronDown, Pause } from "lucide-preact";
import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import type { MemberRow } from "../../lib/schema/people.ts";
import { Icon } from "../ui/icon.tsx";
import { nameText, placeFacts, workFacts } from "./person-facts.ts";
import { PersonWork } from "./person-work.tsx";
import type { WorkDeps } from "./use-person-work.ts";
import { whatIsOff } from "./what-is-off.ts";

interface PersonRowProps extends Omit<WorkDeps, "member"> {
  member: MemberRow;
  admins: number;
  ownId: string;
  nowMs: number;
  isOpen: boolean;
  onToggle: () => void;
}

const dayMs = 24 * 60 * 60 * 1000;

/** One member in a few lines; pressed, what can be done to them opens below. */
export function PersonRow({ admins, ownId, nowMs, isOpen, onToggle, ...deps }: PersonRowProps) {
  const { member } = deps;
  const workId = `work-${member.id}`;
  return (
    <div class="person">
      <button type="button" class="list-row" aria-expanded={isOpen} aria-controls={isOpen ? workId : undefined} onClick={onToggle}>
        <span class="row grow">
          <bdi class="strong line-cut">{nameText(member)}</bdi>
          <span class="quiet">
            {i18n.t(`role.${member.role}`)}
            {member.id === ownId && <> · {i18n.t("members.you")}</>}
          </span>
          {member.standing === "paused" && (
            <span class="state">
              <Icon of={Pause} /> {i18n.t("members.standing.paused")}
            </span>
          )}
        </span>
        <Icon of={ChevronDown} />
      </button>
      <Facts member={member} today={Math.floor(nowMs / dayMs)} />
      {isOpen && <PersonWork {...deps} id={workId} off={whatIsOff(member, admins, ownId)} />}
    </div>
  );
}

/** Written anew when the member changed or another day began, and not with every tick of the page's clock. `today`: days since 1970. */
function Facts({ member, today }: { member: MemberRow; today: number }) {
  const lines = useMemo(() => [placeFacts(member, today * dayMs), workFacts(member)], [member, today]);
  return lines.map((facts) => (
    <ul key={facts[0]} class="quiet person-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  ));
}
