import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageReply } from "../../lib/schema/messages.ts";
import type { Member, Workspace } from "../../lib/schema/workspace.ts";
import { paceOf } from "../../lib/state/pace.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import type { PanelActions, RowActions } from "./actions.ts";
import { duplicatesOf } from "./duplicates.ts";
import type { FilterMemory } from "./filter.ts";
import type { RowContext } from "./row-context.ts";
import { undoable, undoableForMany } from "./undoable.ts";
import { useBoardKeys } from "./use-board-keys.ts";
import { useDoing } from "./use-doing.ts";
import { useHint } from "./use-hint.ts";
import { type RowReading, useReading } from "./use-reading.ts";
import { useSelection } from "./use-selection.ts";
import { useStaff } from "./use-staff.ts";

export interface BoardProps {
  state: StoreState;
  actions: PanelActions;
  memory: FilterMemory;
  me: Member;
  workspace: Pick<Workspace, "name" | "brand"> | null;
}

/** What of the panel is opened and closed as a whole: the list of keys, the form for a post, the list of people. */
function useParts() {
  const [help, setHelp] = useState(false);
  const [adding, setAdding] = useState(false);
  const [people, setPeople] = useState(false);
  return { help, setHelp, adding, setAdding, people, setPeople, onHelp: () => setHelp(!help) };
}

/** Posts that may be the same case as the one that is open. */
function useDuplicates({ view, opened }: RowReading, mentions: readonly Mention[]): readonly Mention[] {
  const openedRow = view.rows.find(({ id }) => id === opened.id);
  return useMemo(() => (openedRow ? duplicatesOf(openedRow, mentions) : []), [openedRow, mentions]);
}

/** Everything behind the staff's queue: what is read and picked, what can be done with it, and the keys for that. */
export function useBoard({ state, actions, memory, me }: BoardProps) {
  const { outbox, mentions, nowMs, session } = state;
  const isOffline = outbox.value.problem === "server_unreachable";
  const parts = useParts();
  const { hint, tell } = useHint();
  const reading = useReading(state, memory, me);
  const doing = useDoing({ isOffline, onAct: reading.unpin });
  const selection = useSelection(reading.view.rows);
  const staff = useStaff(actions.members);
  const duplicates = useDuplicates(reading, mentions.value);
  const single = undoable(actions, doing);
  const bulk = undoableForMany(actions, doing);
  const next = () => void reading.openTaken(single.next(), null);
  const rowActions: RowActions = { ...single, take: (mention) => reading.openTaken(single.take(mention), mention.id) };
  useBoardKeys({ ...{ state, me, ...reading, selection, tell, next, isOffline, bulk }, actions: rowActions, onHelp: parts.onHelp });
  const context: RowContext = {
    ...{ me, isOffline, staff },
    nowMs: nowMs.value,
    pace: paceOf(session.value),
    waiting: outbox.value.waiting,
    selfHarmNote: session.value?.workspace?.triage.selfHarmNote ?? "",
    calibration: session.value?.workspace?.calibration ?? null,
    actions: rowActions,
    onHint: tell,
  };
  return {
    ...{ parts, hint, reading, doing, selection, duplicates, bulk, next, context },
    onAdded({ mention, isNew }: MessageReply<"post.add">) {
      parts.setAdding(false);
      doing.say({ text: i18n.t(isNew ? "addPost.added" : "addPost.known") });
      reading.view.showFresh();
      reading.open(mention.id);
    },
  };
}
