import { Merge, X } from "lucide-preact";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { assignItems } from "./assign-items.ts";
import { dismissItems, type OpenMenu, routeItems, StepMenu } from "./step-menu.tsx";
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
  const menus = { menu, onMenu };
  const done = (work: Promise<void>) => {
    void work;
    onClear();
  };
  return (
    <section class="row bulk-bar" aria-label={i18n.t("panel.selected", mentions.length)}>
      <span class="strong">{i18n.t("panel.selected", mentions.length)}</span>
      <StepMenu step="route" {...menus} items={routeItems(null, (to) => done(actions.routeAll(mentions, to)))} />
      <StepMenu step="assign" {...menus} items={assignItems(staff, me, (id) => done(actions.assignAll(mentions, id)))} />
      <StepMenu step="dismiss" {...menus} items={dismissItems((reason) => done(actions.dismissAll(mentions, reason)))} />
      {mentions.length > 1 && (
        <Button icon={Merge} shortcut="m" onClick={() => done(actions.mergeAll(mentions))}>
          {i18n.t("panel.merge")}
        </Button>
      )}
      <IconButton icon={X} label={i18n.t("panel.clearSelection")} onClick={onClear} />
    </section>
  );
}
