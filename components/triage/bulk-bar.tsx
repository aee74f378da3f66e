import { CircleSlash, CornerUpRight, Merge, UserRoundCheck, X } from "lucide-preact";
import { i18n } from "#i18n";
import { dismissReasons } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { routes } from "../../lib/schema/triage.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import type { OpenMenu } from "./action-bar.tsx";
import { assignItems } from "./assign-items.ts";
import type { BulkActions } from "./undoable.tsx";

interface BulkBarProps {
  mentions: readonly Mention[];
  staff: readonly Member[];
  me: Member;
  actions: BulkActions;
  menu: OpenMenu;
  onMenu: (menu: OpenMenu) => void;
  onClear: () => void;
}

/** What can be done with all that are selected at once. */
export function BulkBar({ mentions, staff, me, actions, menu, onMenu, onClear }: BulkBarProps) {
  const toggle = (name: Exclude<OpenMenu, null>) => (open: boolean) => onMenu(open ? name : null);
  const done = (work: Promise<void>) => {
    void work;
    onClear();
  };
  return (
    <section class="row bulk-bar" aria-label={i18n.t("panel.selected", mentions.length)}>
      <span class="strong">{i18n.t("panel.selected", mentions.length)}</span>
      <Menu
        label={i18n.t("panel.sendTo")}
        look="plain"
        icon={CornerUpRight}
        shortcut="r"
        open={menu === "route"}
        onToggle={toggle("route")}
        items={routes.map((route) => ({
          key: route,
          text: i18n.t(`route.${route}`),
          onPick: () => done(actions.routeAll(mentions, route)),
        }))}
      >
        {i18n.t("panel.route")}
      </Menu>
      <Menu
        label={i18n.t("panel.assign")}
        look="plain"
        icon={UserRoundCheck}
        shortcut="s"
        open={menu === "assign"}
        onToggle={toggle("assign")}
        items={assignItems(staff, me, (memberId) => done(actions.assignAll(mentions, memberId)))}
      >
        {i18n.t("panel.assign")}
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
          onPick: () => done(actions.dismissAll(mentions, reason)),
        }))}
      >
        {i18n.t("panel.dismiss")}
      </Menu>
      {mentions.length > 1 && (
        <Button icon={Merge} shortcut="m" onClick={() => done(actions.mergeAll(mentions))}>
          {i18n.t("panel.merge")}
        </Button>
      )}
      <IconButton icon={X} label={i18n.t("panel.clearSelection")} onClick={onClear} />
    </section>
  );
}
