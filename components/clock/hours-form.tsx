import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { spoken } from "../../lib/i18n/spoken.ts";
import { Choice } from "../ui/choice.tsx";
import { Field } from "../ui/field.tsx";
import type { ClockDraft } from "./draft.ts";
import { readHolidays, readShifts } from "./shifts.ts";

interface HoursFormProps {
  draft: ClockDraft;
  onChange: (part: Partial<ClockDraft>) => void;
}

/** Monday to Sunday in the interface's own words. */
function dayNames(): string[] {
  const name = new Intl.DateTimeFormat(spoken.value?.language, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => name.format(Date.UTC(2024, 0, 1 + day)));
}

/** The calendar: its zone, the shifts of each day, and the days off. */
export function HoursForm({ draft, onChange }: HoursFormProps) {
  return (
    <>
      <Choice
        label={i18n.t("clock.when")}
        value={draft.byHours ? "hours" : "always"}
        onPick={(picked) => onChange({ byHours: picked === "hours" })}
        options={[
          { value: "always", text: i18n.t("clock.always"), hint: i18n.t("clock.alwaysHint") },
          { value: "hours", text: i18n.t("clock.hours"), hint: i18n.t("clock.hoursHint") },
        ]}
      />
      {draft.byHours && (
        <>
          <Field label={i18n.t("clock.zone")} hint={i18n.t("clock.zoneHint")} value={draft.zone} onInput={(zone) => onChange({ zone })} />
          <div class="week">
            {dayNames().map((name, day) => (
              <Field
                key={name}
                label={name}
                value={draft.week[day] ?? ""}
                placeholder={i18n.t("clock.off")}
                problem={readShifts(draft.week[day] ?? "") === null ? i18n.t("clock.shiftsWrong") : null}
                onInput={(text) => onChange({ week: draft.week.with(day, text) })}
              />
            ))}
          </div>
          <Holidays draft={draft} onChange={onChange} />
        </>
      )}
    </>
  );
}

function Holidays({ draft, onChange }: HoursFormProps) {
  const id = useId();
  const isWrong = readHolidays(draft.holidays) === null;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {i18n.t("clock.holidays")}
      </label>
      <textarea
        id={id}
        class="input"
        rows={4}
        value={draft.holidays}
        onInput={(event) => onChange({ holidays: event.currentTarget.value })}
      />
      <p class={isWrong ? undefined : "hint"} data-tone={isWrong ? "danger" : undefined}>
        {i18n.t("clock.holidaysHint")}
      </p>
    </div>
  );
}
