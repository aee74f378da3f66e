import { i18n } from "#i18n";
import { patienceBounds, weightNames } from "../../lib/schema/triage-settings.ts";
import { Field } from "../ui/field.tsx";
import { isPatience, type Rules } from "./edits.ts";
import { RuleSection } from "./rule-section.tsx";
import { Slider } from "./slider.tsx";

/** How much each part adds to the priority, and how long calm posts let pressing ones pass. */
export function WeightSliders({ rules, onRules }: { rules: Rules; onRules: (rules: Rules) => void }) {
  const { leastMinutes: least, mostMinutes: most } = patienceBounds;
  return (
    <RuleSection title={i18n.t("rules.pressing")} hint={i18n.t("rules.pressingHint")}>
      <div>
        {weightNames.map((name) => (
          <Slider
            key={name}
            label={i18n.t(`rules.weight.${name}`)}
            value={rules.weights[name]}
            least={0}
            most={1}
            step={0.05}
            onValue={(value) => onRules({ ...rules, weights: { ...rules.weights, [name]: value } })}
          />
        ))}
      </div>
      <Field
        label={i18n.t("rules.patience")}
        hint={i18n.t("rules.patienceHint")}
        value={String(rules.patienceMinutes)}
        inputMode="numeric"
        problem={isPatience(rules.patienceMinutes) ? null : i18n.t("rules.range", { least, most })}
        onInput={(text) => onRules({ ...rules, patienceMinutes: Number(text) || 0 })}
      />
    </RuleSection>
  );
}
