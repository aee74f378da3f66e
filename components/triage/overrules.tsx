import { UserRoundPen } from "lucide-preact";
import { i18n } from "#i18n";
import { cutText } from "../../lib/i18n/mention-text.ts";
import { overruleText, scoreText } from "../../lib/i18n/overrule-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Overrule } from "../../lib/schema/overrule.ts";
import { Icon } from "../ui/icon.tsx";
import type { PanelActions } from "./panel.tsx";

/** Who corrected what, and the way back. */
export function Overrules({ mention, actions }: { mention: Mention; actions: Pick<PanelActions, "overrule"> }) {
  if (mention.overrules.length === 0) return null;
  return (
    <ul class="overrules">
      {mention.overrules.map((overrule) => (
        <li key={overrule.field} class="fact">
          <span class="said">
            <Icon of={UserRoundPen} />
            <span>
              {sentence(overrule)} <span class="quiet">({i18n.t("overrule.was", { value: scoreText(overrule.field, overrule.was) })})</span>
            </span>
          </span>
          <button type="button" class="link" onClick={() => void actions.overrule(mention, overrule.field, null)}>
            {i18n.t("overrule.back")}
          </button>
        </li>
      ))}
    </ul>
  );
}

function sentence(overrule: Overrule): string {
  const what = overruleText(overrule);
  const isConfirmed = what === overruleText({ field: overrule.field, value: overrule.was });
  return i18n.t(isConfirmed ? "overrule.confirmed" : "overrule.changed", { who: cutText(overrule.by.name, 40), what });
}
