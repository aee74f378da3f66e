import { CircleSlash, CornerUpRight } from "lucide-preact";
import { i18n } from "#i18n";
import { dismissReasons, liveStatuses } from "../../lib/schema/lifecycle.ts";
import { routes } from "../../lib/schema/triage.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import type { DetailProps } from "./detail.tsx";

/** Which menu of the open row is down. */
export type OpenMenu = "route" | "dismiss" | "overrule" | null;

/** What can be done with the open row, each with its key. */
export function ActionBar({ mention, actions, menu, onMenu, canTake }: DetailProps & { canTake: boolean }) {
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
    </div>
  );
}
