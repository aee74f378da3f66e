import { i18n } from "#i18n";
import { Field } from "../ui/field.tsx";
import type { ListState } from "./edits.ts";

interface ListHeadProps {
  name: string;
  negative: boolean;
  onChange: (parts: Partial<ListState>) => void;
}

/** What a list is called, and whether it finds posts or leaves them out. */
export function ListHead({ name, negative, onChange }: ListHeadProps) {
  return (
    <div class="list-head">
      <Field
        label={i18n.t("keywords.listName")}
        value={name}
        problem={name.trim() === "" ? i18n.t("keywords.listNameMissing") : null}
        onInput={(next) => onChange({ name: next.slice(0, 100) })}
      />
      <label class="choice-option">
        <input type="checkbox" checked={negative} onChange={(event) => onChange({ negative: event.currentTarget.checked })} />
        <span>
          <span class="strong">{i18n.t("keywords.negative")}</span>
          <span class="hint choice-hint">{i18n.t("keywords.negativeHint")}</span>
        </span>
      </label>
    </div>
  );
}
