import { Bell } from "lucide-preact";
import { i18n } from "#i18n";
import { alertTitle } from "../../lib/i18n/alert-text.ts";
import { type AlertChoices, mostPerHour } from "../../lib/schema/alert-choices.ts";
import { type AlertKind, alertKindsFor } from "../../lib/schema/alerts.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { SomeOf } from "../ui/some-of.tsx";
import type { AlertActions } from "./actions.ts";
import { minuteOf, timeOf } from "./time-of-day.ts";
import { ownZone, useAlerts } from "./use-alerts.ts";

interface AlertSectionProps {
  actions: AlertActions;
  member: Member;
  onSaving: (work: Promise<unknown>) => void;
}

/** What the member wants to be told of, and when. */
export function AlertSection({ actions, member, onSaving }: AlertSectionProps) {
  const choices = member.profile?.alerts;
  const { state, want } = useAlerts(actions, choices);
  if (choices === undefined) return null;
  return (
    <section class="stack" id="alerts">
      <h2>{i18n.t("alerts.title")}</h2>
      {choices === null && <p>{i18n.t("alerts.why")}</p>}
      {choices && state?.isAllowed === false && <Notice>{i18n.t("alerts.byNumber")}</Notice>}
      {(choices === null || state?.isAllowed === false) && (
        <div>
          <Button icon={Bell} onClick={() => onSaving(want())}>
            {i18n.t(choices ? "alerts.allow" : "alerts.want")}
          </Button>
        </div>
      )}
      {choices && <Choices choices={choices} kinds={alertKindsFor(member)} onChoose={(next) => onSaving(actions.choose(next))} />}
    </section>
  );
}

interface ChoicesProps {
  choices: AlertChoices;
  kinds: readonly AlertKind[];
  onChoose: (choices: AlertChoices | null) => void;
}

function Choices({ choices, kinds, onChoose }: ChoicesProps) {
  const { off, perHour } = choices;
  return (
    <>
      <SomeOf
        label={i18n.t("alerts.kinds")}
        hint={i18n.t("alerts.kindsHint")}
        all={kinds}
        chosen={kinds.filter((kind) => !off.includes(kind))}
        onChange={(chosen) => onChoose({ ...choices, off: kinds.filter((kind) => !chosen.includes(kind)) })}
        say={(kind) => alertTitle(kind as AlertKind)}
      />
      <QuietHours choices={choices} onChoose={onChoose} />
      <label class="field">
        <span class="field-label">{i18n.t("alerts.perHour")}</span>
        <input
          class="input"
          type="number"
          min={1}
          max={mostPerHour}
          value={perHour}
          onChange={({ currentTarget: { valueAsNumber } }) =>
            Number.isInteger(valueAsNumber) &&
            valueAsNumber >= 1 &&
            valueAsNumber <= mostPerHour &&
            onChoose({ ...choices, perHour: valueAsNumber })
          }
        />
        <span class="hint">{i18n.t("alerts.perHourHint")}</span>
      </label>
      <div>
        <Button look="quiet" onClick={() => onChoose(null)}>
          {i18n.t("alerts.stop")}
        </Button>
      </div>
    </>
  );
}

/** From when to when nothing is told, on the member's own clock: whatever zone this browser is in now. */
function QuietHours({ choices, onChoose }: Omit<ChoicesProps, "kinds">) {
  const { from, to } = choices.quiet ?? { from: 0, to: 0 };
  const set = (part: Partial<{ from: number; to: number }>) => {
    const quiet = { from, to, ...part };
    onChoose({ ...choices, zone: ownZone(), quiet: quiet.from === quiet.to ? null : quiet });
  };
  const box = (label: string, value: number, onTime: (minute: number) => void) => (
    <label class="row">
      {label}
      <input
        class="input"
        type="time"
        value={timeOf(value)}
        onChange={({ currentTarget }) => {
          const minute = minuteOf(currentTarget.value);
          if (minute !== null) onTime(minute);
        }}
      />
    </label>
  );
  return (
    <fieldset class="choice">
      <legend class="field-label">{i18n.t("alerts.quiet")}</legend>
      <p class="hint">{i18n.t("alerts.quietHint", { zone: choices.zone })}</p>
      <div class="row">
        {box(i18n.t("alerts.from"), from, (minute) => set({ from: minute }))}
        {box(i18n.t("alerts.to"), to, (minute) => set({ to: minute }))}
      </div>
    </fieldset>
  );
}
