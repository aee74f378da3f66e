import { Merge, X } from "lucide-preact";
import { i18n } from "#i18n";
import type { Member } from "../../lib/schema/workspace.ts";
import { Button, IconButton } from "../ui/button.tsx";
import type { BulkActions } from "./actions.ts";
import { assignItems } from "./assign-items.ts";
import { dismissItems, routeItems, StepMenu } from "./step-menu.tsx";
import type { Selection } from "./use-selection.ts";

interface BulkBarProps {
  selection: Selection;
  staff: readonly Member[];
  me: Member;
  actions: BulkActions;
}

/** What can be done with all that are selected at once. */
export function BulkBar({ selection, staff, me, actions }: BulkBarProps) {
  const { picked, clear } = selection;
  const menus = { menu: selection.menu, onMenu: selection.setMenu };
  const done = (work: Promise<void>) => {
    void work;
    clear();
  };
  return (
    <section class="row bulk-bar" aria-label={i18n.t("panel.selected", picked.length)}>
      <span class="strong grow">{i18n.t("panel.selected", picked.length)}</span>
      <IconButton icon={X} label={i18n.t("panel.clearSelection")} onClick={clear} />
      <div class="row action-keys">
        <StepMenu step="route" {...menus} items={routeItems(null, (to) => done(actions.routeAll(picked, to)))} />
        <StepMenu step="assign" {...menus} items={assignItems(staff, me, (id) => done(actions.assignAll(picked, id)))} />
        <StepMenu step="dismiss" {...menus} items={dismissItems((reason) => done(actions.dismissAll(picked, reason)))} />
        {picked.length > 1 && (
          <Button icon={Merge} shortcut="m" onClick={() => done(actions.mergeAll(picked))}>
            {i18n.t("panel.merge")}
          </Button>
        )}
      </div>
    </section>
  );
}
