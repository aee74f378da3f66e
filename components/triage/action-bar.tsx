import { i18n } from "#i18n";
import { isolate } from "../../lib/i18n/isolate.ts";
import { authorText, cutText } from "../../lib/i18n/mention-text.ts";
import { liveStatuses } from "../../lib/schema/lifecycle.ts";
import { Button } from "../ui/button.tsx";
import { assignItems } from "./assign-items.ts";
import type { DetailProps } from "./detail.tsx";
import { dismissItems, routeItems, StepMenu } from "./step-menu.tsx";

/** What can be done with the open row, each with its key. */
export function ActionBar({ mention, me, staff, duplicates, actions, menu, onMenu, canTake }: DetailProps & { canTake: boolean }) {
  if (!liveStatuses.has(mention.status)) return null;
  const menus = { menu, onMenu };
  const twins = duplicates.map((other) => ({
    key: other.id,
    text: `${isolate(authorText(other.author))}: ${isolate(cutText(other.excerpt, 40))}`,
    onPick: () => void actions.merge(mention, other.id),
  }));
  return (
    <div class="row action-bar">
      {canTake && (
        <Button look="primary" shortcut="a" onClick={() => void actions.take(mention)}>
          {i18n.t("panel.take")}
        </Button>
      )}
      <StepMenu step="route" {...menus} items={routeItems(mention.route, (to) => void actions.route(mention, to))} />
      <StepMenu step="assign" {...menus} items={assignItems(staff, me, (memberId) => void actions.assign(mention, memberId))} />
      <StepMenu step="dismiss" {...menus} items={dismissItems((reason) => void actions.dismiss(mention, reason))} />
      {twins.length > 0 && <StepMenu step="merge" {...menus} items={twins} />}
    </div>
  );
}
