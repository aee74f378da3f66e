import { UserRoundPen } from "lucide-preact";
import { i18n } from "#i18n";
import { oneLine, personName } from "../../lib/i18n/mention-text.ts";
import { overruleText, valueText } from "../../lib/i18n/overrule-text.ts";
import type { Overrule } from "../../lib/schema/overrule.ts";
import { Icon } from "../ui/icon.tsx";

/** Who corrected a score, what it was, and the way back. */
export function Overruled({ overrule, onBack }: { overrule: Overrule; onBack: () => void }) {
  return (
    <span class="overruled">
      <Icon of={UserRoundPen} />
      <span>
        {sentence(overrule)} <span class="quiet">({i18n.t("overrule.was", { value: valueText(overrule.field, overrule.was) })})</span>{" "}
        <button type="button" class="link" onClick={onBack}>
          {i18n.t("overrule.back")}
        </button>
      </span>
    </span>
  );
}

function sentence(overrule: Overrule): string {
  const what = overruleText(overrule);
  const isConfirmed = what === overruleText({ field: overrule.field, value: overrule.was });
  return i18n.t(isConfirmed ? "overrule.confirmed" : "overrule.changed", { who: oneLine(personName(overrule.by), 40), what });
}
