import { i18n } from "#i18n";
import { languageText } from "../../lib/i18n/language-text.ts";
import { inOwnLanguage } from "../../lib/i18n/spoken.ts";
import { invitationBounds } from "../../lib/schema/invitations.ts";
import { shippedLanguages } from "../../lib/suggest/disclosure/shipped.ts";
import { Field } from "../ui/field.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { SomeOf } from "../ui/some-of.tsx";

/** For how long, for how many, and what for; as they stand in the form. */
export interface Terms {
  readonly hours: number;
  readonly uses: string;
  readonly note: string;
  /** Primary tags, in the order in which they were chosen. */
  readonly languages: readonly string[];
}

export const usualTerms: Terms = {
  hours: invitationBounds.hours.usual,
  uses: String(invitationBounds.uses.usual),
  note: "",
  languages: [],
};

const dayHours = 24;
const lives = [1, dayHours, 7 * dayHours, 30 * dayHours, 90 * dayHours];
const longestNote = 200;

const unit = (name: "hour" | "day") =>
  inOwnLanguage((language) => new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" }));
const [inHours, inDays] = [unit("hour"), unit("day")];

function lifeText(hours: number): string {
  return hours < dayHours ? inHours().format(hours) : inDays().format(hours / dayHours);
}

/** How many may use it; null when what stands there is no such number. */
export function usesOf({ uses }: Terms): number | null {
  const { least, most } = invitationBounds.uses;
  const number = Number(uses.trim());
  return /^\d+$/.test(uses.trim()) && number >= least && number <= most ? number : null;
}

/** What those who join read; the first one chosen is the one that their page opens in. */
function LanguagesOf({ chosen, onChange }: { chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }) {
  return (
    <SomeOf
      label={i18n.t("people.languages")}
      hint={i18n.t("people.languagesHint")}
      all={shippedLanguages}
      chosen={chosen}
      onChange={onChange}
      say={(tag) => <span>{languageText(tag)}</span>}
    />
  );
}

export function TermsForm({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  return (
    <>
      <div class="invite-terms">
        <SelectField
          label={i18n.t("people.life")}
          value={String(terms.hours)}
          options={lives.map((hours) => [String(hours), lifeText(hours)] as const)}
          onPick={(hours) => onChange({ ...terms, hours: Number(hours) })}
        />
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
      <LanguagesOf chosen={terms.languages} onChange={(languages) => onChange({ ...terms, languages })} />
    </>
  );
}
