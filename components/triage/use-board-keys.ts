import type { Dispatch, StateUpdater } from "preact/hooks";
import { i18n } from "#i18n";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { liveClaim } from "../../lib/state/clock.ts";
import { canReview, reviewsFor } from "../../lib/state/reviews.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { isField } from "../ui/typing.ts";
import type { BulkActions } from "./actions.ts";
import { duplicatesOf } from "./duplicates.ts";
import { filterId } from "./filter-bar.tsx";
import { type KeyAction, type MenuKey, menuKeys, type RowKey } from "./keys.ts";
import { nothingOpen, type Opened, openMenu, openRow } from "./opened.ts";
import type { undoable } from "./undoable.ts";
import { useKeys } from "./use-keys.ts";
import type { useRowFocus } from "./use-row-focus.ts";
import type { Selection } from "./use-selection.ts";
import type { useView } from "./use-view.ts";
import { lineAfter, whyNot } from "./why-not.ts";

interface BoardKeys {
  readonly state: StoreState;
  readonly me: Member;
  readonly view: ReturnType<typeof useView>;
  readonly opened: Opened;
  readonly setOpened: Dispatch<StateUpdater<Opened>>;
  readonly focus: ReturnType<typeof useRowFocus>;
  readonly selection: Selection;
  /** Says why a key does nothing. */
  readonly tell: (text: string) => void;
  readonly next: () => void;
  readonly open: (id: string) => void;
  readonly isOffline: boolean;
  readonly onHelp: () => void;
  readonly actions: Pick<ReturnType<typeof undoable>, "approve" | "route" | "answerOpinion"> & { take(mention: Mention): Promise<void> };
  readonly bulk: BulkActions;
}

/** What each key does in the panel: something that is seen, or a sentence that says why not. */
export function useBoardKeys(keys: BoardKeys): void {
  useKeys(
    (action) => {
      keys.focus.stay();
      const isForMany = keys.selection.picked.length > 0 && isMenuKey(action);
      if (action === "next" || action === "previous") step(keys, action === "next" ? 1 : -1);
      else if (isWholeKey(action)) wholeKeys[action](keys);
      else if (isForMany) onBulkKey(keys, action);
      else onRowKey(keys, action);
    },
    (from) => onEscape(keys, from),
  );
}

const isMenuKey = (action: KeyAction): action is MenuKey => menuKeys.some((each) => each === action);
const isWholeKey = (action: KeyAction): action is keyof typeof wholeKeys => Object.hasOwn(wholeKeys, action);

/** Keys that act on the whole panel and on no row. */
const wholeKeys = {
  help: ({ onHelp }: BoardKeys) => onHelp(),
  filter: () => document.getElementById(filterId)?.focus(),
  nextBest: ({ isOffline, next, tell }: BoardKeys) => (isOffline ? tell(i18n.t("offline.take")) : next()),
  nextReview: openReview,
  fresh: ({ view, tell }: BoardKeys) => (view.settled.some(({ fresh }) => fresh > 0) ? view.showFresh() : tell(i18n.t("panel.nothingNew"))),
  // Where something can be taken back, its own button hears the key.
  undo: ({ tell }: BoardKeys) => document.querySelector("[aria-keyshortcuts=u]") === null && tell(i18n.t("panel.nothingToUndo")),
};

/** Of the row that a key means: the one with the focus, else the open one; -1 when there is none. */
function placeOf({ view: { rows }, focus, opened }: BoardKeys): number {
  const at = rows.findIndex(({ id }) => id === focus.current());
  return at >= 0 ? at : rows.findIndex(({ id }) => id === opened.id);
}

function step(keys: BoardKeys, by: 1 | -1): void {
  const { view, opened, focus, setOpened, tell } = keys;
  const at = placeOf(keys);
  const target = at < 0 ? view.rows[0] : view.rows[at + by];
  if (target) {
    if (opened.id !== null) setOpened(openRow(target.id, view.sectionOf(target.id)));
    focus.toRow(target.id);
  } else if (view.rows.length === 0) tell(i18n.t("panel.noRows"));
  else tell(i18n.t(by > 0 ? "panel.lastRow" : "panel.firstRow"));
}

function openReview({ view, me, opened, open, tell }: BoardKeys): void {
  const waiting = reviewsFor(view.passing, me);
  const draft = waiting[(waiting.findIndex(({ id }) => id === opened.id) + 1) % waiting.length];
  if (!draft) {
    tell(i18n.t("panel.emptyReview"));
    return;
  }
  if (!view.rows.some(({ id }) => id === draft.id)) view.showFresh();
  open(draft.id);
}

function onBulkKey({ selection, bulk, tell }: BoardKeys, action: MenuKey): void {
  if (action !== "merge") selection.setMenu(action);
  else if (selection.picked.length < 2) tell(i18n.t("panel.mergeNeedsTwo"));
  else {
    void bulk.mergeAll(selection.picked);
    selection.clear();
  }
}

function onRowKey(keys: BoardKeys, action: RowKey): void {
  const row = keys.view.rows[placeOf(keys)];
  const why = row ? whyNotHere(keys, action, row) : i18n.t("panel.noRow");
  if (why !== null) keys.tell(why);
  else if (row) doOnRow(keys, action, row);
}

function whyNotHere({ state, me, isOffline }: BoardKeys, action: RowKey, row: Mention): string | null {
  const duplicates = action === "merge" ? duplicatesOf(row, state.mentions.value).length : 0;
  return whyNot(action, row, { me, nowMs: state.nowMs.value, isOffline, duplicates });
}

/** By which staff agree with a newcomer's proposal, or decline it. */
const isOpinionKey = (action: RowKey): boolean => action === "approve" || action === "sendBack";

function doOnRow(keys: BoardKeys, action: RowKey, row: Mention): void {
  const { state, view, opened, setOpened, selection, actions, open } = keys;
  const isOpen = opened.id === row.id;
  const isFree = liveClaim(row, state.nowMs.value) === null;
  const to = lineAfter[row.route];
  if (action === "select") selection.toggle(row.id);
  else if (action === "escalate") void (to && actions.route(row, to));
  else if (action === "take" && isFree) void actions.take(row);
  else if (isOpen && isOpinionKey(action) && !canReview(row, keys.me)) void actions.answerOpinion(row, action === "approve");
  else if (action === "approve" && isOpen) void actions.approve(row);
  // Nobody approves what they have not on the screen; and what is one's own is only opened.
  else if (action === "take" || action === "approve" || (isOpinionKey(action) && !canReview(row, keys.me))) open(row.id);
  else setOpened((now) => openMenu(now, row.id, view.sectionOf(row.id) ?? "all", action));
}

/** Leaves a field; else closes what is open, one thing at a press. Nothing that was typed is lost, and with nothing open all stays as it is. */
function onEscape({ opened, setOpened, selection, focus }: BoardKeys, from: Element | null): void {
  if (isField(from)) focus.back();
  else if (opened.id !== null) setOpened(nothingOpen);
  else if (selection.picked.length > 0) selection.clear();
}
