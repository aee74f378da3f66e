import { i18n } from "#i18n";
import { numberText } from "../../lib/i18n/number-text.ts";
import { causes, type Threshold, thresholdBounds } from "../../lib/schema/triage-settings.ts";
import type { Rules } from "./edits.ts";
import { RuleSection } from "./rule-section.tsx";
import { Slider } from "./slider.tsx";

const step = 0.01;

/** The threshold with one of its numbers moved; the others give way, so that it always lies within its limits. */
export function moved(threshold: Threshold, name: keyof Threshold, to: number): Threshold {
  const next = { ...threshold, [name]: to };
  if (name === "value") return { value: to, least: Math.min(next.least, to), most: Math.max(next.most, to) };
  const [least, most] = name === "least" ? [to, Math.max(to, next.most)] : [Math.min(to, next.least), to];
  return { least, most, value: Math.min(most, Math.max(least, next.value)) };
}

/** From which score on a post goes to staff, and how far the night may move that. */
export function Thresholds({ rules, onRules }: { rules: Rules; onRules: (rules: Rules) => void }) {
  return (
    <RuleSection title={i18n.t("rules.who")} hint={i18n.t("rules.whoHint")}>
      {causes.map((cause) => {
        const threshold = rules.thresholds[cause];
        const name = i18n.t(`rules.threshold.${cause}`);
        const set = (part: keyof Threshold) => (value: number) =>
          onRules({ ...rules, thresholds: { ...rules.thresholds, [cause]: moved(threshold, part, value) } });
        const range = { least: thresholdBounds.least, most: thresholdBounds.most, step };
        return (
          <div key={cause} class="threshold">
            <Slider label={name} value={threshold.value} {...range} onValue={set("value")} />
            {rules.refit && (
              <details>
                <summary class="quiet">
                  {i18n.t("rules.limits", { least: numberText(threshold.least), most: numberText(threshold.most) })}
                </summary>
                <Slider label={i18n.t("rules.least", { name })} value={threshold.least} {...range} onValue={set("least")} />
                <Slider label={i18n.t("rules.most", { name })} value={threshold.most} {...range} onValue={set("most")} />
              </details>
            )}
          </div>
        );
      })}
      <label class="choice-option">
        <input type="checkbox" checked={rules.refit} onChange={(event) => onRules({ ...rules, refit: event.currentTarget.checked })} />
        <span>
          <span class="strong">{i18n.t("rules.refit")}</span>
          <span class="hint choice-hint">{i18n.t("rules.refitHint")}</span>
        </span>
      </label>
    </RuleSection>
  );
}
