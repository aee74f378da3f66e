import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { fieldText, valueText } from "../../lib/i18n/overrule-text.ts";
import { type OverruleField, overruleFields } from "../../lib/schema/overrule.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { ReasonList } from "../triage/reason-list.tsx";
import { TryBox } from "../ui/try-box.tsx";
import { RuleSection } from "./rule-section.tsx";

/** A post typed in, and every score of it with the reasons. */
export function TryText({ score }: { score: (text: string) => Triage }) {
  const [text, setText] = useState("");
  const triage = text.trim() === "" ? null : score(text);
  return (
    <RuleSection title={i18n.t("rules.tryIt")}>
      <TryBox hint={i18n.t("rules.tryHint")} text={text} onText={setText} />
      {triage !== null && <Scored triage={triage} />}
    </RuleSection>
  );
}

function Scored({ triage }: { triage: Triage }) {
  return (
    <div class="tried" role="status">
      {triage.reasons.length === 0 ? <p class="quiet">{i18n.t("rules.noReasons")}</p> : <ReasonList reasons={triage.reasons} />}
      <dl>
        {overruleFields.map((field: OverruleField) => (
          <div key={field}>
            <dt class="quiet">{fieldText(field)}</dt>
            <dd class="strong">{valueText(field, triage[field])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
