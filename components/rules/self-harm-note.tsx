import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { longestSelfHarmNote } from "../../lib/schema/triage-settings.ts";
import { useTyped } from "../ui/use-typed.ts";
import type { Rules } from "./edits.ts";
import { RuleSection } from "./rule-section.tsx";

/** What staff read beside a post about self-harm: the brand knows the helplines of its members' countries. */
export function SelfHarmNote({ rules, onRules }: { rules: Rules; onRules: (rules: Rules) => void }) {
  const id = useId();
  const [shown, setShown] = useTyped(rules.selfHarmNote);
  return (
    <RuleSection title={i18n.t("panel.selfHarm")} hint={i18n.t("rules.selfHarmHint")}>
      <div class="field">
        <label class="field-label" for={id}>
          {i18n.t("rules.selfHarmNote")}
        </label>
        <textarea
          id={id}
          class="input"
          dir="auto"
          rows={4}
          maxLength={longestSelfHarmNote}
          placeholder={i18n.t("panel.selfHarmNote")}
          value={shown}
          onInput={(event) => setShown(event.currentTarget.value)}
          onChange={(event) => onRules({ ...rules, selfHarmNote: event.currentTarget.value.trim() })}
        />
      </div>
    </RuleSection>
  );
}
