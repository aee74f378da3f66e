import { i18n } from "#i18n";
import { commaList } from "../../lib/i18n/list-text.ts";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import { timeText } from "../../lib/i18n/moment-text.ts";
import { type Doings, doneKinds, type TakeBack, takeBackHours } from "../../lib/schema/doings.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { Notice } from "../ui/notice.tsx";
import type { DoingsList } from "./actions.ts";

/** So many names fit into the one line that says who does something unusual. */
const mostNames = 3;

export interface PeopleProps {
  list: DoingsList;
  onTakeBack: (doings: Doings, hours: (typeof takeBackHours)[number]) => void;
  onUndo: (takeBack: TakeBack) => void;
}

/** Who did what, why that is unusual, and one press to take back all that one of them did in the last hours. */
export function People({ list: { people, takeBacks }, onTakeBack, onUndo }: PeopleProps) {
  return (
    <section class="triage-section" aria-labelledby="people-title">
      <h2 id="people-title">{i18n.t("doings.title")}</h2>
      {people.length === 0 && <p class="quiet">{i18n.t("doings.none")}</p>}
      <ul class="list stack">
        {people.map((doings) => (
          <li key={doings.member.id} class="stack">
            <div class="row">
              <bdi class="strong grow line-cut">{oneLine(personName(doings.member), 40)}</bdi>
              <Menu
                label={i18n.t("doings.takeBackFrom", { name: oneLine(personName(doings.member), 40) })}
                look="plain"
                end
                items={hoursItems(doings, onTakeBack)}
              >
                {i18n.t("doings.takeBack")}
              </Menu>
            </div>
            {doings.unusual.length > 0 && <p>{commaList(doings.unusual.map((code) => i18n.t(`doings.unusual.${code}`)))}</p>}
            <p class="quiet">{countsText(doings)}</p>
          </li>
        ))}
      </ul>
      {takeBacks.length > 0 && <TakeBacks takeBacks={takeBacks} onUndo={onUndo} />}
    </section>
  );
}

/** What was taken back of members, each with the way to undo that. */
function TakeBacks({ takeBacks, onUndo }: Pick<PeopleProps, "onUndo"> & Pick<DoingsList, "takeBacks">) {
  return (
    <ul class="list stack">
      {takeBacks.map((each) => (
        <li key={each.id} class="row">
          <span class="grow">
            {i18n.t("doings.stands", { who: oneLine(personName(each.by), 40), name: oneLine(personName(each.member), 40) })}{" "}
            <span class="quiet">{timeText(each.at)}</span>
          </span>
          <Button look="quiet" onClick={() => onUndo(each)}>
            {i18n.t("ui.undo")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const hoursItems = (doings: Doings, onTakeBack: PeopleProps["onTakeBack"]) =>
  takeBackHours.map((hours) => ({ key: String(hours), text: i18n.t("doings.hours", hours), onPick: () => onTakeBack(doings, hours) }));

function countsText({ done, refused, declined }: Doings): string {
  const counts = [...doneKinds.map((kind) => [kind, done[kind]] as const), ["refused", refused] as const, ["declined", declined] as const];
  return commaList(counts.flatMap(([kind, count]) => (count > 0 ? [i18n.t(`doings.done.${kind}`, { count })] : [])));
}

/** That somebody does something unusual, and the way to look at it. */
export function UnusualNote({ list, onOpen }: { list: DoingsList; onOpen: () => void }) {
  const names = list.people.filter(({ unusual }) => unusual.length > 0).map(({ member }) => oneLine(personName(member), 40));
  if (names.length === 0) return null;
  return (
    <Notice tone="danger">
      {i18n.t("doings.note", { names: commaList(names.slice(0, mostNames)) })}{" "}
      <button type="button" class="link" onClick={onOpen}>
        {i18n.t("doings.look")}
      </button>
    </Notice>
  );
}
