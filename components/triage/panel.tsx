import { i18n } from "#i18n";
import { can, isRole } from "../../lib/schema/roles.ts";
import { memberOf } from "../../lib/state/selectors.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { NotJoined } from "../ui/not-joined.tsx";
import type { PanelActions } from "./actions.ts";
import { Board } from "./board.tsx";
import type { FilterMemory } from "./filter.ts";

/** The whole side panel: for staff; anybody else gets a sentence. */
export function Panel({ state, actions, memory }: { state: StoreState; actions: PanelActions; memory: FilterMemory }) {
  const session = state.session.value;
  if (session === null) return null;
  const member = memberOf(session);
  if (member === null)
    return <NotJoined session={session} left={state.left.value} why={i18n.t("popup.join")} onJoin={actions.openWelcome} />;
  if (!can(member, "triage")) return <p class="empty quiet">{i18n.t(isRole(member.role) ? "panel.notStaff" : "role.unknownHint")}</p>;
  return <Board state={state} actions={actions} memory={memory} me={member} workspace={session.workspace} />;
}
