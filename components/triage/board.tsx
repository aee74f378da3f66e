import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { MessageReply } from "../../lib/schema/messages.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { paceOf } from "../../lib/state/pace.ts";
import type { StoreState } from "../../lib/state/store-state.ts";
import { AddPost } from "../queue/add-post.tsx";
import { PutOffNote } from "../queue/put-off-note.tsx";
import { SetAsideList } from "../queue/set-aside-list.tsx";
import { HintToast, Toast } from "../ui/toast.tsx";
import type { PanelActions } from "./actions.ts";
import { BoardHead } from "./board-head.tsx";
import { BoardNotes } from "./board-notes.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { duplicatesOf } from "./duplicates.ts";
import type { FilterMemory } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { KeyHelp } from "./key-help.tsx";
import { nothingOpen, openRow, passOn, withMenu } from "./opened.ts";
import { People, UnusualNote } from "./people.tsx";
import { peopleWork } from "./people-work.ts";
import { Section } from "./section.tsx";
import { undoable, undoableForMany } from "./undoable.ts";
import { useBoardKeys } from "./use-board-keys.ts";
import { useDoing } from "./use-doing.ts";
import { useDoings } from "./use-doings.ts";
import { useHint } from "./use-hint.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useSelection } from "./use-selection.ts";
import { useStaff } from "./use-staff.ts";
import { useView } from "./use-view.ts";

interface BoardProps {
  state: StoreState;
  actions: PanelActions;
  memory: FilterMemory;
  me: Member;
  name: string;
}

/** The staff's queue. */
export function Board({ state, actions, memory, me, name }: BoardProps) {
  const [opened, setOpened] = useState(nothingOpen);
  const [help, setHelp] = useState(false);
  const [adding, setAdding] = useState(false);
  const { hint, tell } = useHint();
  const outbox = state.outbox.value;
  const isOffline = outbox.problem === "server_unreachable";
  const doing = useDoing({ isOffline, onAct: () => setOpened((now) => ({ ...now, section: null })) });
  const view = useView(state, memory, me, opened);
  const focus = useRowFocus(view.standing, view.reveal, (from, to, section) => setOpened((now) => passOn(now, from, to, section)));
  const selection = useSelection(view.rows);
  const staff = useStaff(actions.members);
  const [seesPeople, setSeesPeople] = useState(false);
  const doings = useDoings(actions.doings);
  const people = peopleWork(actions, doing, doings.refresh);
  const mentions = state.mentions.value;
  const single = undoable(actions, doing);
  const bulk = undoableForMany(actions, doing);
  const openedRow = view.rows.find(({ id }) => id === opened.id);
  const duplicates = useMemo(() => (openedRow ? duplicatesOf(openedRow, mentions) : []), [openedRow, mentions]);

  const open = (id: string) => {
    setOpened(openRow(id, view.sectionOf(id)));
    focus.goTo(id);
  };
  const take = async (work: Promise<string | null>, wanted: string | null) => {
    if (wanted !== null) focus.goTo(wanted, "mine");
    const id = await work;
    if (id === null) return focus.stay();
    setOpened(openRow(id, null));
    focus.goTo(id, "mine");
  };
  const next = () => void take(single.next(), null);
  const rowActions = { ...single, take: (mention: Parameters<typeof single.take>[0]) => take(single.take(mention), mention.id) };
  const onAdded = ({ mention, isNew }: MessageReply<"post.add">) => {
    setAdding(false);
    doing.say({ text: i18n.t(isNew ? "addPost.added" : "addPost.known") });
    view.showFresh();
    open(mention.id);
  };
  useBoardKeys({
    state,
    me,
    view,
    opened,
    setOpened,
    focus,
    selection,
    tell,
    next,
    open,
    isOffline,
    onHelp: () => setHelp(!help),
    actions: rowActions,
    bulk,
  });

  return (
    <div class="panel">
      <BoardHead
        name={name}
        outbox={outbox}
        onNext={next}
        onAdd={() => setAdding(!adding)}
        onHelp={() => setHelp(!help)}
        onPeople={() => setSeesPeople(!seesPeople)}
      />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
      <main class="panel-main" data-picking={selection.picked.length > 0 ? "" : undefined}>
        {adding && <AddPost addPost={actions.addPost} onAdded={onAdded} onClose={() => setAdding(false)} />}
        {!seesPeople && <UnusualNote list={doings.list} onLook={() => setSeesPeople(true)} />}
        {seesPeople && <People list={doings.list} {...people} />}
        <FilterBar filter={view.filter} mentions={mentions} onFilter={view.setFilter} />
        <BoardNotes isOffline={isOffline} mentions={mentions} drifts={state.drifts.value} unread={state.unread.value} />
        <PutOffNote untilMs={outbox.putOffMs} nowMs={state.nowMs.value} />
        {outbox.setAside.length > 0 && <SetAsideList items={outbox.setAside} onRetry={actions.retry} onDiscard={actions.discard} />}
        {view.settled.map(({ name: section, rows, fresh }) => (
          <Section
            key={section}
            name={section}
            rows={rows}
            drawn={view.drawnOf(section)}
            onMore={() => view.drawMore(section)}
            fresh={fresh}
            onFresh={view.showFresh}
            presence={state.presence.value}
            openId={opened.id}
            onToggle={(id) => (id === opened.id ? setOpened(nothingOpen) : open(id))}
            selected={selection.ids}
            onSelect={selection.toggle}
            me={me}
            nowMs={state.nowMs.value}
            pace={paceOf(state.session.value)}
            waiting={outbox.waiting}
            isOffline={isOffline}
            staff={staff}
            duplicates={duplicates}
            calibration={state.session.value?.workspace?.calibration ?? null}
            actions={rowActions}
            menu={opened.menu}
            onMenu={(menu) => setOpened((now) => withMenu(now, menu))}
            onHint={tell}
          />
        ))}
      </main>
      <div class="dock">
        <HintToast hint={hint} />
        <Toast toast={doing.toast} />
        {selection.picked.length > 0 && <BulkBar selection={selection} staff={staff} me={me} actions={bulk} />}
      </div>
    </div>
  );
}
