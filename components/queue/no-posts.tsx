import { ChartColumn } from "lucide-preact";
import { i18n } from "#i18n";
import { partsFor } from "../../lib/schema/admin-parts.ts";
import { isRole } from "../../lib/schema/roles.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import type { Outbox } from "../../lib/state/store-state.ts";
import { Button } from "../ui/button.tsx";
import type { PopupActions } from "./actions.ts";
import { PopupHead } from "./popup-head.tsx";
import { SetAsideList } from "./set-aside-list.tsx";

interface NoPostsProps {
  workspace: Pick<Workspace, "name" | "brand"> | null;
  member: Member;
  outbox: Outbox;
  actions: PopupActions;
}

/** The popup of who answers no posts: what they have here instead, and what of a former role was refused. */
export function NoPosts({ workspace, member, outbox, actions }: NoPostsProps) {
  const [part] = partsFor(member);
  return (
    <>
      <PopupHead {...{ workspace, member, outbox, actions }} />
      <main>
        {outbox.setAside.length > 0 && (
          <section>
            <h2>{i18n.t("popup.waitingSection")}</h2>
            <SetAsideList items={outbox.setAside} onRetry={actions.retry} onDiscard={actions.discard} />
          </section>
        )}
        <div class="empty quiet">
          <p>{i18n.t(isRole(member.role) ? "popup.figuresOnly" : "role.unknownHint")}</p>
          {part && (
            <Button icon={ChartColumn} onClick={() => actions.openPage("admin")}>
              {i18n.t("popup.figures")}
            </Button>
          )}
        </div>
      </main>
    </>
  );
}
