import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { invitationBounds } from "../../lib/schema/invitations.ts";
import { Field } from "../ui/field.tsx";

/** For how long, for how many, and what for; as they stand in the form. */
export interface Terms {
  readonly hours: number;
  readonly uses: string;
  readonly note: string;
}

export const usualTerms: Terms = { hours: invitationBounds.hours.usual, uses: String(invitationBounds.uses.usual), note: "" };

const dayHours = 24;
const lives = [1, dayHours, 7 * dayHours, 30 * dayHours, 90 * dayHours];
const longestNote = 200;

const unit = (name: "hour" | "day") => new Intl.NumberFormat(undefined, { style: "unit", unit: name, unitDisplay: "long" });

function lifeText(hours: number): string {
  return hours < dayHours ? unit("hour").format(hours) : unit("day").format(hours / dayHours);
}

/** How many may use it; null when what stands there is no such number. */
export function usesOf({ uses }: Terms): number | null {
  const { least, most } = invitationBounds.uses;
  const number = Number(uses.trim());
  return /^\d+$/.test(uses.trim()) && number >= least && number <= most ? number : null;
}

export function TermsForm({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  const id = useId();
  return (
    <>
      <div class="invite-terms">
        <div class="field">
          <label class="field-label" for={id}>
            {i18n.t("people.life")}
          </label>
          <select
            id={id}
            class="input"
            value={String(terms.hours)}
            onChange={(event) => onChange({ ...terms, hours: Number(event.currentTarget.value) })}
          >
            {lives.map((hours) => (
              <option key={hours} value={String(hours)}>
                {lifeText(hours)}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={i18n.t("people.uses")}
          value={terms.uses}
          inputMode="numeric"
          problem={usesOf(terms) === null ? i18n.t("people.usesWrong") : null}
          onInput={(uses) => onChange({ ...terms, uses })}
        />
      </div>
      <Field
        label={i18n.t("people.note")}
        hint={i18n.t("people.noteHint")}
        value={terms.note}
        onInput={(note) => onChange({ ...terms, note: note.slice(0, longestNote) })}
      />
    </>
  );
}
