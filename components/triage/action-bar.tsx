import { Undo2 } from "lucide-preact";
import { i18n } from "#i18n";
import { isolate } from "../../lib/i18n/isolate.ts";
import { authorText } from "../../lib/i18n/mention-text.ts";
import { ownWords } from "../../lib/i18n/post-words.ts";
import { isLive } from "../../lib/state/clock.ts";
import { Button } from "../ui/button.tsx";
import { assignItems } from "./assign-items.ts";
import type { DetailProps } from "./row-context.ts";
import { dismissItems, routeItems, StepMenu } from "./step-menu.tsx";

/** What can be done with the open row, each with its key; it stays along the bottom while the row is read. */
export function ActionBar(props: DetailProps & { canTake: boolean }) {
  const { mention, context, duplicates, menu, onMenu, canTake } = props;
  const { me, staff, actions, isOffline, onHint } = context;
  if (mention.status === "dismissed") return <BringBack {...props} />;
  if (!isLive(mention)) return null;
  const menus = { menu, onMenu };
  const twins = duplicates.map((other) => ({
    key: other.id,
    text: `${isolate(authorText(other.author))}: ${isolate(ownWords(other.excerpt, 40))}`,
    onPick: () => void actions.merge(mention, other.id),
  }));
  return (
    <div class="row action-bar action-keys">
      {canTake && isOffline && <p class="quiet">{i18n.t("offline.take")}</p>}
      {canTake && (
        <Button
          look="primary"
          shortcut="a"
          off={isOffline}
          onClick={() => void actions.take(mention)}
          whyOff={() => onHint(i18n.t("offline.take"))}
        >
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

/** The way back of a post that was set aside, also long after. */
function BringBack({ mention, context: { actions } }: Pick<DetailProps, "mention" | "context">) {
  return (
    <div class="row action-bar">
      <Button icon={Undo2} onClick={() => void actions.reopen(mention)}>
        {i18n.t("panel.bringBack")}
      </Button>
    </div>
  );
}
