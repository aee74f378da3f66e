import { CircleSlash, CornerUpRight, Merge, UserRoundCheck } from "lucide-preact";
import { i18n } from "#i18n";
import { authorText, cutText } from "../../lib/i18n/mention-text.ts";
import { dismissReasons, liveStatuses } from "../../lib/schema/lifecycle.ts";
import { routes } from "../../lib/schema/triage.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { assignItems } from "./assign-items.ts";
import type { DetailProps } from "./detail.tsx";
import type { menuKeys } from "./keys.ts";

/** Which menu of the open row is down. */
export type OpenMenu = (typeof menuKeys)[number] | null;

/** What can be done with the open row, each with its key. */
export function ActionBar({ mention, me, staff, duplicates, actions, menu, onMenu, canTake }: DetailProps & { canTake: boolean }) {
  if (!liveStatuses.has(mention.status)) return null;
  const toggle = (name: Exclude<OpenMenu, null>) => (open: boolean) => onMenu(open ? name : null);
  return (
    <div class="row action-bar">
      {canTake && (
        <Button look="primary" shortcut="a" onClick={() => void actions.take(mention)}>
          {i18n.t("panel.take")}
        </Button>
      )}
      <Menu
        label={i18n.t("panel.sendTo")}
        look="plain"
        icon={CornerUpRight}
        shortcut="r"
        open={menu === "route"}
        onToggle={toggle("route")}
        items={routes
          .filter((route) => route !== mention.route)
          .map((route) => ({ key: route, text: i18n.t(`route.${route}`), onPick: () => actions.route(mention, route) }))}
      >
        {i18n.t("panel.route")}
      </Menu>
      <Menu
        label={i18n.t("panel.dismiss")}
        look="plain"
        icon={CircleSlash}
        shortcut="d"
        open={menu === "dismiss"}
        onToggle={toggle("dismiss")}
        items={dismissReasons.map((reason) => ({
          key: reason,
          text: i18n.t(`dismiss.${reason}`),
          onPick: () => actions.dismiss(mention, reason),
        }))}
      >
        {i18n.t("panel.dismiss")}
      </Menu>
      <Menu
        label={i18n.t("panel.assign")}
        look="plain"
        icon={UserRoundCheck}
        shortcut="s"
        open={menu === "assign"}
        onToggle={toggle("assign")}
        items={assignItems(staff, me, (memberId) => void actions.assign(mention, memberId))}
      >
        {i18n.t("panel.assign")}
      </Menu>
      {duplicates.length > 0 && (
        <Menu
          label={i18n.t("panel.mergeInto")}
          look="plain"
          icon={Merge}
          shortcut="m"
          open={menu === "merge"}
          onToggle={toggle("merge")}
          items={duplicates.map((other) => ({
            key: other.id,
            text: `${authorText(other.author)}: ${cutText(other.excerpt, 40)}`,
            onPick: () => void actions.merge(mention, other.id),
          }))}
        >
          {i18n.t("panel.merge")}
        </Menu>
      )}
    </div>
  );
}
