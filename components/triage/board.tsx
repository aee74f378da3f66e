import type { Mention } from "../../lib/schema/mention.ts";
import { othersAt } from "../../lib/state/selectors.ts";
import { AddPost } from "../queue/add-post.tsx";
import { PutOffNote } from "../queue/put-off-note.tsx";
import { SetAsideList } from "../queue/set-aside-list.tsx";
import { HintToast, Toast } from "../ui/toast.tsx";
import { BoardHead } from "./board-head.tsx";
import { BoardNotes } from "./board-notes.tsx";
import { BoardRow } from "./board-row.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { Detail } from "./detail.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { KeyHelp } from "./key-help.tsx";
import { withMenu } from "./opened.ts";
import { People, UnusualNote } from "./people.tsx";
import { peopleWork } from "./people-work.ts";
import { Section } from "./section.tsx";
import type { OpenMenu } from "./step-menu.tsx";
import { type BoardProps, useBoard } from "./use-board.ts";
import { useDoings } from "./use-doings.ts";

interface PartProps extends BoardProps {
  board: ReturnType<typeof useBoard>;
}

/** The side panel of staff: every post of the workspace in sections, with all that can be done to one or many of them. */
export function Board(props: BoardProps) {
  const board = useBoard(props);
  const { parts, selection, hint, doing, bulk, context } = board;
  return (
    <div class="panel">
      <BoardHead
        workspace={props.workspace}
        outbox={props.state.outbox.value}
        onNext={board.next}
        onAdd={() => parts.setAdding(!parts.adding)}
        onHelp={parts.onHelp}
        onPeople={() => parts.setPeople(!parts.people)}
      />
      {parts.help && <KeyHelp onClose={() => parts.setHelp(false)} />}
      <main class="panel-main" data-picking={selection.picked.length > 0 ? "" : undefined}>
        <Above {...props} board={board} />
        <Sections {...props} board={board} />
      </main>
      <div class="dock">
        <HintToast hint={hint} />
        <Toast toast={doing.toast} />
        {selection.picked.length > 0 && <BulkBar selection={selection} staff={context.staff} me={context.me} actions={bulk} />}
      </div>
    </div>
  );
}

/** What stands above the rows: a post to add, who does something unusual, the filter, and what one must know of the whole queue. */
function Above({ state, actions, board }: PartProps) {
  const { parts, doing, reading, context } = board;
  const doings = useDoings(actions.doings);
  const outbox = state.outbox.value;
  const mentions = state.mentions.value;
  return (
    <>
      {parts.adding && <AddPost addPost={actions.addPost} onAdded={board.onAdded} onClose={() => parts.setAdding(false)} />}
      {parts.people ? (
        <People list={doings.list} {...peopleWork(actions, doing, doings.refresh)} />
      ) : (
        <UnusualNote list={doings.list} onOpen={() => parts.setPeople(true)} />
      )}
      <FilterBar filter={reading.view.filter} mentions={mentions} onFilter={reading.view.setFilter} />
      <BoardNotes isOffline={context.isOffline} mentions={mentions} drifts={state.drifts.value} unread={state.unread.value} />
      <PutOffNote untilMs={outbox.putOffMs} nowMs={context.nowMs} />
      {outbox.setAside.length > 0 && <SetAsideList items={outbox.setAside} onRetry={actions.retry} onDiscard={actions.discard} />}
    </>
  );
}

/** The rows, in sections; one of them may be open. */
function Sections({ state, board: { reading, selection, duplicates, context } }: PartProps) {
  const { view, opened, toggle, setOpened } = reading;
  const onMenu = (menu: OpenMenu) => setOpened((now) => withMenu(now, menu));
  const row = (mention: Mention) => (
    <BoardRow
      mention={mention}
      context={context}
      others={othersAt(state.presence.value, mention.id, context.me.id, context.nowMs)}
      isOpen={mention.id === opened.id}
      onToggle={() => toggle(mention.id)}
      isPicked={selection.ids.has(mention.id)}
      onPick={() => selection.toggle(mention.id)}
    >
      {mention.id === opened.id && <Detail {...{ mention, context, duplicates, onMenu }} menu={opened.menu} />}
    </BoardRow>
  );
  return (
    <>
      {view.settled.map((section) => (
        <Section
          key={section.name}
          section={section}
          drawn={view.drawnOf(section.name)}
          onMore={() => view.drawMore(section.name)}
          onFresh={view.showFresh}
          row={row}
        />
      ))}
    </>
  );
}
