import { CircleSlash, CornerUpRight, type LucideIcon, Merge, UserRoundCheck } from "lucide-preact";
import { i18n } from "#i18n";
import { dismissReasons } from "../../lib/schema/lifecycle.ts";
import { type Route, routes } from "../../lib/schema/triage.ts";
import type { ReviewStep } from "../review/actions.ts";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import type { menuKeys } from "./keys.ts";

/** A step that asks for more before it is taken. */
type Step = (typeof menuKeys)[number];
/** Which of a row's menus is open; null when all are closed. */
export type OpenMenu = Step | "overrule" | ReviewStep;

const steps: Record<Step, { readonly icon: LucideIcon; readonly shortcut: string }> = {
  route: { icon: CornerUpRight, shortcut: "r" },
  assign: { icon: UserRoundCheck, shortcut: "s" },
  dismiss: { icon: CircleSlash, shortcut: "d" },
  merge: { icon: Merge, shortcut: "m" },
};

interface StepMenuProps {
  step: Step;
  menu: OpenMenu;
  onMenu: (menu: OpenMenu) => void;
  items: readonly MenuItem[];
}

/** The menu of one step, with its key. */
export function StepMenu({ step, menu, onMenu, items }: StepMenuProps) {
  const { icon, shortcut } = steps[step];
  return (
    <Menu
      label={i18n.t(`panel.menu.${step}`)}
      look="plain"
      icon={icon}
      shortcut={shortcut}
      open={menu === step}
      onToggle={(open) => onMenu(open ? step : null)}
      items={items}
    >
      {i18n.t(`panel.${step}`)}
    </Menu>
  );
}

/** Where a post can be sent from `from`; null: from anywhere. */
export function routeItems(from: Route | null, onPick: (to: Route) => void): MenuItem[] {
  return routes
    .filter((route) => route !== from)
    .map((route) => ({ key: route, text: i18n.t(`route.${route}`), onPick: () => onPick(route) }));
}

export function dismissItems(onPick: (reason: (typeof dismissReasons)[number]) => void): MenuItem[] {
  return dismissReasons.map((reason) => ({ key: reason, text: i18n.t(`dismiss.${reason}`), onPick: () => onPick(reason) }));
}
