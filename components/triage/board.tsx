import { Keyboard, Link, SkipForward } from "lucide-preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { liveStatuses } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageReply } from "../../lib/schema/messages.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { isLive, liveClaim } from "../../lib/state/clock.ts";
import { paceOf } from "../../lib/state/pace.ts";
import { canReview, reviewsFor } from "../../lib/state/reviews.ts";
import { patienceOf, staffSections } from "../../lib/state/selectors.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { AddPost } from "../queue/add-post.tsx";
import { PageHead } from "../queue/page-head.tsx";
import { SetAsideList } from "../queue/set-aside-list.tsx";
import { IconButton } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Toast } from "../ui/toast.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { DriftNotes } from "./drift-notes.tsx";
import { duplicatesOf } from "./duplicates.ts";
import { type FilterMemory, passes } from "./filter.ts";
import { FilterBar, filterId } from "./filter-bar.tsx";
import { KeyHelp } from "./key-help.tsx";
import { type KeyAction, menuKeys } from "./keys.ts";
import { type Places, sectionNames, settle, takePlaces } from "./order.ts";
import type { PanelActions } from "./panel.tsx";
import { rowId } from "./row.tsx";
import { Section } from "./section.tsx";
import type { OpenMenu } from "./step-menu.tsx";
import { useUndoable } from "./undoable.tsx";
import { useKeys } from "./use-keys.ts";
import { useStaff } from "./use-staff.ts";

interface BoardProps {
  state: StoreState;
  actions: PanelActions;
  memory: FilterMemory;
  me: Member;
  name: string;
}

/** Whom one line of staff hands on to. */
const lineAfter = { community: "first_line", first_line: "second_line", second_line: null } as const;

/** The staff's queue. */
export function Board({ state, actions, memory, me, name }: BoardProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu>(null);
  const [help, setHelp] = useState(false);
  const [filter, setFilter] = useState(memory.load);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const places = useRef<Places>(new Map());
  /** The row that gets the focus once it is drawn. */
  const focusOn = useRef<string | null>(null);
  const [adding, setAdding] = useState(false);
  const { actions: undoable, toast, say } = useUndoable(actions);
  const staff = useStaff(actions.members);
  const [, redraw] = useState(0);
  const nowMs = state.nowMs.value;
  const outbox = state.outbox.value;
  const mentions = state.mentions.value;
  const pace = paceOf(state.session.value);
  const passing = mentions.filter((mention) => passes(filter, mention));
  const sections = staffSections(passing, me, nowMs, patienceOf(state.session.value), pace);
  if (places.current.size === 0) places.current = takePlaces(sections);
  const settled = sectionNames.map((section) => ({ section, ...settle(sections[section], places.current, section) }));
  const rows = settled.flatMap((section) => section.rows);
  const picked = rows.filter(({ id, status }) => selected.has(id) && liveStatuses.has(status));
  const opened = rows.find(({ id }) => id === openId);
  const duplicates = useMemo(() => (opened ? duplicatesOf(opened, mentions) : []), [opened, mentions]);

  const open = (id: string | null) => {
    setMenu(null);
    setOpenId(id);
  };
  const showFresh = () => {
    places.current = new Map();
    redraw((count) => count + 1);
  };
  const select = (id: string) => setSelected(new Set([...selected].filter((each) => each !== id).concat(selected.has(id) ? [] : id)));
  const next = async () => {
    const id = await undoable.next();
    if (id !== null) open(id);
  };
  const openReview = () => {
    const waiting = reviewsFor(passing, me);
    const draft = waiting[(waiting.findIndex(({ id }) => id === openId) + 1) % waiting.length];
    if (!draft) return;
    if (!rows.some(({ id }) => id === draft.id)) showFresh();
    open(draft.id);
    focusOn.current = draft.id;
  };
  useEffect(() => {
    if (focusOn.current !== null) document.getElementById(rowId(focusOn.current))?.focus();
    focusOn.current = null;
  });
  const onAdded = ({ mention, isNew }: MessageReply<"post.add">) => {
    setAdding(false);
    say({ text: i18n.t(isNew ? "addPost.added" : "addPost.known") });
    showFresh();
    open(mention.id);
  };
  const onRow = (action: KeyAction, row: Mention) => {
    if (action === "select") return select(row.id);
    setOpenId(row.id);
    if (action === "approve" || action === "sendBack" || action === "edit") {
      if (!canReview(row, me)) return;
      if (action === "approve") void undoable.approve(row);
      else setMenu(action);
      return;
    }
    const to = lineAfter[row.route];
    const toMenu = menuKeys.find((each) => each === action);
    if (toMenu || action === "overrule") setMenu(toMenu ?? "overrule");
    else if (action === "escalate" && to !== null) void undoable.route(row, to);
    else if (action === "take" && liveClaim(row, nowMs) === null) void undoable.take(row);
  };
  useKeys((action) => {
    const focused = rows.findIndex(({ id }) => rowId(id) === document.activeElement?.id);
    const at = focused >= 0 ? focused : rows.findIndex(({ id }) => id === openId);
    const row = rows[at];
    if (action === "help") setHelp(!help);
    else if (action === "filter") document.getElementById(filterId)?.focus();
    else if (action === "nextBest") void next();
    else if (action === "nextReview") openReview();
    else if (action === "next" || action === "previous") {
      const target = rows[Math.max(0, Math.min(rows.length - 1, at + (action === "next" ? 1 : -1)))];
      if (target) document.getElementById(rowId(target.id))?.focus();
      if (target && openId !== null) open(target.id);
    } else if (picked.length > 0 && action === "merge") {
      void undoable.mergeAll(picked);
      setSelected(new Set());
    } else if (picked.length > 0 && action !== "select") setMenu(menuKeys.find((each) => each === action) ?? null);
    else if (row) onRow(action, row);
  });

  return (
    <div class="panel">
      <PageHead name={name} outbox={outbox}>
        <IconButton icon={SkipForward} label={i18n.t("panel.keyNext")} onClick={() => void next()} />
        <IconButton icon={Link} label={i18n.t("addPost.title")} onClick={() => setAdding(!adding)} />
        <IconButton icon={Keyboard} label={i18n.t("panel.keys")} onClick={() => setHelp(!help)} />
      </PageHead>
      <main>
        {help && <KeyHelp />}
        {adding && <AddPost addPost={actions.addPost} onAdded={onAdded} onClose={() => setAdding(false)} />}
        <FilterBar
          filter={filter}
          mentions={mentions}
          onFilter={(wanted) => {
            memory.save(wanted);
            setFilter(wanted);
            showFresh();
          }}
        />
        {outbox.problem === "server_unreachable" && <Notice>{i18n.t("popup.offline")}</Notice>}
        {isRulesOnly(state.mentions.value) && <Notice tone="danger">{i18n.t("panel.rulesOnly")}</Notice>}
        <DriftNotes drifts={state.drifts.value} unread={state.unread.value} />
        {outbox.setAside.length > 0 && <SetAsideList items={outbox.setAside} onRetry={actions.retry} onDiscard={actions.discard} />}
        {settled.map(({ section, rows: shown, fresh }) => (
          <Section
            key={section}
            name={section}
            rows={shown}
            fresh={fresh}
            onFresh={showFresh}
            presence={state.presence.value}
            openId={openId}
            onToggle={(id) => open(id === openId ? null : id)}
            selected={selected}
            onSelect={select}
            me={me}
            nowMs={nowMs}
            pace={pace}
            waiting={outbox.waiting}
            staff={staff}
            duplicates={duplicates}
            calibration={state.session.value?.workspace?.calibration ?? null}
            actions={undoable}
            menu={picked.length > 0 ? null : menu}
            onMenu={setMenu}
          />
        ))}
      </main>
      {picked.length > 0 && (
        <BulkBar
          mentions={picked}
          staff={staff}
          me={me}
          actions={undoable}
          menu={menu}
          onMenu={setMenu}
          onClear={() => {
            setMenu(null);
            setSelected(new Set());
          }}
        />
      )}
      <Toast toast={toast} />
    </div>
  );
}

/** The latest post that waits was scored without the model: it is missing or damaged here or on the server. */
function isRulesOnly(mentions: readonly Mention[]): boolean {
  const latest = mentions.filter(isLive).reduce<Mention | null>((a, b) => (a && a.firstSeenAt > b.firstSeenAt ? a : b), null);
  return latest?.triage.reasons.some(({ code }) => code === "rules_only") ?? false;
}
