import { i18n } from "#i18n";
import { quotedText } from "../../lib/i18n/list-text.ts";
import { fieldOf, reasonText, standingReasons } from "../../lib/i18n/mention-text.ts";
import { fieldText, overruleText, valueText } from "../../lib/i18n/overrule-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OverruleField } from "../../lib/schema/overrule.ts";
import { Menu } from "../ui/menu.tsx";
import type { PanelActions } from "./actions.ts";
import { choices } from "./choices.ts";
import { Overruled } from "./overruled.tsx";
import type { OpenMenu } from "./step-menu.tsx";

/** In the order of reading; the first is the one that the key opens. */
const fields: readonly OverruleField[] = [
  "anger",
  "kind",
  "hazard",
  "urgency",
  "technical",
  "complaint",
  "sentiment",
  "priority",
  "route",
  "reach",
  "lang",
];

interface ScoresProps {
  mention: Mention;
  actions: Pick<PanelActions, "overrule">;
  menu: OpenMenu;
  onMenu: (menu: OpenMenu) => void;
}

/** Every score once: its name, what it comes from or who changed it, and its value, which is also the way to correct it. */
export function ScoreList({ mention, actions, menu, onMenu }: ScoresProps) {
  return (
    <dl class="scores">
      {fields.map((field, place) => {
        const overrule = mention.overrules.find((each) => each.field === field);
        const cause = causeText(mention, field);
        const byKey = place === 0 && {
          open: menu === "overrule",
          onToggle: (open: boolean) => onMenu(open ? "overrule" : null),
          shortcut: "o",
        };
        return (
          <div key={field} data-wide={overrule || cause !== "" ? "" : undefined}>
            <dt>
              {fieldText(field)} {!overrule && cause !== "" && <span class="quiet">{cause}</span>}
              {overrule && <Overruled overrule={overrule} onBack={() => void actions.overrule(mention, field, null)} />}
            </dt>
            <dd>
              <Value mention={mention} field={field} onPick={(value) => void actions.overrule(mention, field, value)} {...byKey} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface ValueProps {
  mention: Mention;
  field: OverruleField;
  onPick: (value: string | number) => void;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  shortcut?: string;
}

function Value({ mention, field, onPick, ...byKey }: ValueProps) {
  const value = valueText(field, mention.triage[field]);
  return (
    <Menu
      label={i18n.t("overrule.label", { field: fieldText(field), value })}
      look="value"
      items={choices[field].map((choice) => ({
        key: String(choice),
        text: overruleText({ field, value: choice }),
        onPick: () => onPick(choice),
      }))}
      {...byKey}
    >
      {value}
    </Menu>
  );
}

/** The words of the post that speak for the score, or how many read it. */
function causeText(mention: Mention, field: OverruleField): string {
  const reasons = standingReasons(mention).filter(({ code }) => fieldOf[code] === field);
  if (field === "reach") return reasons.map(reasonText).join(" · ");
  return quotedText(reasons.flatMap(({ words }) => words));
}
