import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { areBrakeRules, type BrakeRules, mostOfOne, usualBrakeRules } from "../../lib/schema/brake.ts";
import { useSaved } from "../rules/use-saved.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { SelectField } from "../ui/select-field.tsx";

interface BrakeRulesFormProps {
  /** As the workspace has them; a server of before has none. */
  rules: BrakeRules | undefined;
  onSave: (rules: BrakeRules) => Promise<unknown>;
}

const byHand = "hand";
const waits = [30, 60, 120, 240] as const;

const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

const waitText = (wait: string): string =>
  wait === byHand ? i18n.t("brake.itself.byHand") : i18n.t("brake.itself.minutes", { minutes: Number(wait) });

/** When the brake comes on, and goes off, by itself. */
export function BrakeRulesForm({ rules = usualBrakeRules, onSave }: BrakeRulesFormProps) {
  const [isOn, setOn] = useState(rules.isOn);
  const [percent, setPercent] = useState(String(rules.percent));
  const [least, setLeast] = useState(String(rules.least));
  const [calm, setCalm] = useState(rules.calmMinutes === null ? byHand : String(rules.calmMinutes));
  const { said, forget, save } = useSaved();
  const typed = { isOn, percent: numberOf(percent), least: numberOf(least), calmMinutes: calm === byHand ? null : Number(calm) };
  const usable = areBrakeRules(typed) ? typed : null;
  const set =
    <T,>(put: (value: T) => void) =>
    (value: T) => {
      forget();
      put(value);
    };
  const options = [...new Set([byHand, ...waits.map(String), calm])].map((wait) => [wait, waitText(wait)] as const);
  return (
    <section class="stack brake" aria-labelledby="brake-rules-title">
      <h2 id="brake-rules-title">{i18n.t("brake.itself.title")}</h2>
      <p class="quiet lead">{i18n.t("brake.itself.hint")}</p>
      <label class="row">
        <input type="checkbox" checked={isOn} onChange={() => set(setOn)(!isOn)} />
        {i18n.t("brake.itself.isOn")}
      </label>
      <Field label={i18n.t("brake.itself.percent")} value={percent} inputMode="numeric" onInput={set(setPercent)} />
      <Field
        label={i18n.t("brake.itself.least")}
        hint={usable === null ? "" : i18n.t("brake.itself.leastHint", { count: mostOfOne(usable) })}
        value={least}
        inputMode="numeric"
        onInput={set(setLeast)}
      />
      <SelectField label={i18n.t("brake.itself.calm")} value={calm} options={options} onPick={set(setCalm)} />
      <p class="quiet lead">{i18n.t("brake.itself.calmHint")}</p>
      {usable === null && <Notice tone="danger">{i18n.t("brake.itself.wrong")}</Notice>}
      <div class="row">
        <Button icon={Check} off={usable === null} onClick={() => usable && void save(onSave(usable))}>
          {i18n.t("brake.itself.save")}
        </Button>
      </div>
      {said && <Notice tone={said.tone}>{said.text}</Notice>}
    </section>
  );
}
