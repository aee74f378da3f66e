import { Coffee, Ellipsis, Link, Moon, PanelRight, RefreshCw, Settings, SlidersHorizontal, UserRound } from "lucide-preact";
import { i18n } from "#i18n";
import { partsFor } from "../../lib/schema/admin-parts.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import type { Outbox } from "../../lib/state/store-state.ts";
import { Menu } from "../ui/menu.tsx";
import { tomorrowMs } from "../ui/tomorrow.ts";
import type { PopupActions } from "./actions.ts";
import { PageHead } from "./page-head.tsx";
import { useSiteHere } from "./use-site-here.ts";

interface PopupHeadProps {
  workspace: Pick<Workspace, "name" | "brand"> | null;
  member: Member;
  outbox: Outbox;
  actions: PopupActions;
  /** Left out where no posts can be added. */
  onAdd?: (() => void) | undefined;
  /** Left out during a break: the way back is there then. */
  onBreak?: ((untilMs: number | null) => void) | undefined;
}

/** Community, connection, and the way to the other pages. */
export function PopupHead({ workspace, member, outbox, actions, onAdd, onBreak }: PopupHeadProps) {
  const siteItems = useSiteHere(actions.sites);
  const items = [
    ...(can(member, "triage") ? [{ key: "panel", text: i18n.t("popup.panel"), icon: PanelRight, onPick: actions.openPanel }] : []),
    ...(partsFor(member).length > 0
      ? [{ key: "admin", text: i18n.t("popup.admin"), icon: SlidersHorizontal, onPick: () => actions.openPage("admin") }]
      : []),
    ...(onAdd && can(member, "report") ? [{ key: "add", text: i18n.t("addPost.title"), icon: Link, onPick: onAdd }] : []),
    { key: "sync", text: i18n.t("popup.syncNow"), icon: RefreshCw, onPick: actions.sync },
    ...(onBreak
      ? [
          { key: "tomorrow", text: i18n.t("break.tomorrow"), icon: Moon, onPick: () => onBreak(tomorrowMs(Date.now())) },
          { key: "break", text: i18n.t("break.untilISay"), icon: Coffee, onPick: () => onBreak(null) },
        ]
      : []),
    ...siteItems,
    { key: "you", text: i18n.t("you.open"), icon: UserRound, onPick: () => actions.openPage("you") },
    { key: "settings", text: i18n.t("popup.settings"), icon: Settings, onPick: () => actions.openPage("options") },
  ];
  return (
    <PageHead workspace={workspace} outbox={outbox}>
      <Menu label={i18n.t("popup.menu")} icon={Ellipsis} look="icon" end items={items} />
    </PageHead>
  );
}
