import { Ellipsis, Link, PanelRight, RefreshCw, Settings, SlidersHorizontal } from "lucide-preact";
import { i18n } from "#i18n";
import { can, managesAnything } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { Outbox } from "../../lib/state/store-state.ts";
import { Menu } from "../ui/menu.tsx";
import type { PopupActions } from "./actions.ts";
import { PageHead } from "./page-head.tsx";

interface PopupHeadProps {
  name: string;
  member: Member;
  outbox: Outbox;
  actions: PopupActions;
  onAdd: () => void;
}

/** Community, connection, and the way to the other pages. */
export function PopupHead({ name, member, outbox, actions, onAdd }: PopupHeadProps) {
  const items = [
    ...(can(member, "triage") ? [{ key: "panel", text: i18n.t("popup.panel"), icon: PanelRight, onPick: actions.openPanel }] : []),
    ...(managesAnything(member)
      ? [{ key: "admin", text: i18n.t("popup.admin"), icon: SlidersHorizontal, onPick: () => actions.openPage("admin") }]
      : []),
    { key: "add", text: i18n.t("addPost.title"), icon: Link, onPick: onAdd },
    { key: "sync", text: i18n.t("popup.syncNow"), icon: RefreshCw, onPick: actions.sync },
    { key: "settings", text: i18n.t("popup.settings"), icon: Settings, onPick: () => actions.openPage("options") },
  ];
  return (
    <PageHead name={name} outbox={outbox}>
      <Menu label={i18n.t("popup.menu")} icon={Ellipsis} look="icon" end items={items} />
    </PageHead>
  );
}
