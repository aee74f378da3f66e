import { i18n } from "#i18n";
import { fieldText, overruleText, scoreText } from "../../lib/i18n/overrule-text.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OverruleField } from "../../lib/schema/overrule.ts";
import { Menu } from "../ui/menu.tsx";
import { choices } from "./choices.ts";
import type { PanelActions } from "./panel.tsx";
import type { OpenMenu } from "./step-menu.tsx";

/** In the order of reading; the first is the one that the key opens. */
const fields: readonly OverruleField[] = [
  "anger",
  "kind",
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

/** Every score, each of which is also the way to correct it. */
export function Scores({ mention, actions, menu, onMenu }: ScoresProps) {
  return (
    <dl class="scores">
      {fields.map((field, place) => {
        const value = scoreText(field, mention.triage[field]);
        const byKey = place === 0 && {
          open: menu === "overrule",
          onToggle: (open: boolean) => onMenu(open ? "overrule" : null),
          shortcut: "o",
        };
        return (
          <div key={field}>
            <dt class="quiet">{fieldText(field)}</dt>
            <dd>
              <Menu
                label={i18n.t("overrule.label", { field: fieldText(field), value })}
                look="value"
                items={choices[field].map((choice) => ({
                  key: String(choice),
                  text: overruleText({ field, value: choice }),
                  onPick: () => actions.overrule(mention, field, choice),
                }))}
                {...byKey}
              >
                {value}
              </Menu>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
