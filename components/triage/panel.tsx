import { i18n } from "#i18n";
import type { takeBackHours } from "../../lib/schema/doings.ts";
import type { dismissReasons } from "../../lib/schema/lifecycle.ts";
import type { HistoryEntry, Mention, Wish } from "../../lib/schema/mention.ts";
import type { OverruleField, OverruleValue } from "../../lib/schema/overrule.ts";
import { can } from "../../lib/schema/roles.ts";
import type { Route } from "../../lib/schema/triage.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import type { OpenAnswering } from "../composer/use-answering.ts";
import type { AddPostActions } from "../queue/add-post.tsx";
import type { ReviewActions } from "../review/review-work.tsx";
import { NotJoined } from "../ui/not-joined.tsx";
import { Board } from "./board.tsx";
import type { FilterMemory } from "./filter.ts";
import type { DoingsList } from "./people.tsx";

/** What the panel can do. What fails rejects with why. */
export interface PanelActions extends ReviewActions, AddPostActions {
  /** Lets the others see that this member looks at it. */
  look(mentionId: string): void;
  take(mention: Mention): Promise<void>;
  route(mention: Mention, to: Route): Promise<void>;
  dismiss(mention: Mention, reason: (typeof dismissReasons)[number]): Promise<void>;
  reopen(mention: Mention): Promise<void>;
  /** Declines what a newcomer would do with it, or has it open again. */
  decline(mention: Mention, wish: Wish, isDeclined: boolean): Promise<void>;
  /** Says what a field of the triage is instead; null puts back what was scored. */
  overrule(mention: Mention, field: OverruleField, value: OverruleValue | null): Promise<void>;
  /** Null: nobody in particular. */
  assign(mention: Mention, memberId: string | null): Promise<void>;
  merge(mention: Mention, intoId: string): Promise<void>;
  /** Takes the best that waits, and gives its id. */
  next(): Promise<string>;
  /** Gives back what was taken here. */
  giveBack(mentionId: string): Promise<void>;
  members(): Promise<Member[]>;
  doings(): Promise<DoingsList>;
  /** Takes back what one member did in the last hours. */
  takeBack(memberId: string, hours: (typeof takeBackHours)[number]): Promise<TakenBack>;
  undoTakeBack(id: string): Promise<void>;
  history(mentionId: string): Promise<HistoryEntry[]>;
  openAnswering: OpenAnswering;
  openPost(permalink: string): void;
  openWelcome(): void;
  retry(operationId: string): void;
  discard(operationId: string): void;
}

/** How many posts moved, and what undoes it. */
interface TakenBack {
  readonly posts: number;
  readonly ids: readonly string[];
}

/** The whole side panel: for staff; anybody else gets a sentence. */
export function Panel({ state, actions, memory }: { state: StoreState; actions: PanelActions; memory: FilterMemory }) {
  const session = state.session.value;
  if (session === null) return null;
  const { member } = session;
  if (member === null) return <NotJoined left={state.left.value} why={i18n.t("popup.join")} onJoin={actions.openWelcome} />;
  if (!can(member, "triage")) return <p class="empty quiet">{i18n.t("panel.notStaff")}</p>;
  return <Board state={state} actions={actions} memory={memory} me={member} name={session.workspace?.name ?? ""} />;
}
