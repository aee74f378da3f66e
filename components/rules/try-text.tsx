import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { fieldText, scoreText } from "../../lib/i18n/overrule-text.ts";
import { type OverruleField, overruleFields } from "../../lib/schema/overrule.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { ReasonList } from "../triage/facts.tsx";

/** A post typed in, and every score of it with the reasons. */
export function TryText({ score }: { score: (text: string) => Triage }) {
  const id = useId();
  const [text, setText] = useState("");
  const triage = text.trim() === "" ? null : score(text);
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{i18n.t("rules.tryIt")}</h2>
      <label class="field">
        <span class="hint">{i18n.t("rules.tryHint")}</span>
        <textarea
          class="input bench-text"
          dir="auto"
          maxLength={10_000}
          placeholder={i18n.t("keywords.tryPlaceholder")}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {triage !== null && <Scored triage={triage} />}
    </section>
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
            <dd class="strong">{scoreText(field, triage[field])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
