import { Trash2 } from "lucide-preact";
import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import { timeText } from "../../lib/i18n/moment-text.ts";
import type { KeywordEntry, KeywordList, KeywordListHead } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import { stateOf, undo } from "../ui/edits.ts";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { Notice } from "../ui/notice.tsx";
import { usePushing } from "../ui/use-pushing.ts";
import type { VersionActions } from "./actions.ts";
import { Bench } from "./bench.tsx";
import { changeList, entryProblems } from "./edits.ts";
import { EntryTable } from "./entry-table.tsx";
import { FileTools } from "./file-tools.tsx";
import { ListHead } from "./list-head.tsx";
import { type ListScoring, ManyBench } from "./many-bench.tsx";
import { Merged } from "./merged.tsx";
import { PushBar } from "./push-bar.tsx";
import { PushQuestion } from "./push-question.tsx";
import { useCarefulPush } from "./use-careful-push.ts";
import { useListEdits } from "./use-list-edits.ts";
import { Versions } from "./versions.tsx";

interface KeywordEditorProps {
  list: KeywordList;
  /** The workspace's other lists. */
  others: readonly KeywordList[];
  mentions: readonly Mention[];
  scoring: ListScoring;
  memory: EditsMemory;
  isOffline: boolean;
  push: (args: MessageArgs<"keywords.push">) => Promise<KeywordListHead>;
  versions: VersionActions;
  /** A fresh id for a new entry. */
  newId: () => string;
  /** Downloads a file with this name and text. */
  save: (name: string, text: string) => void;
  /** Removes the list from the workspace, or from this page when it was never pushed. */
  onRemove: () => void;
}

/** One keyword list: edit it, see what the edits would find in the posts here, and push it to every device. */
export function KeywordEditor({
  list,
  others,
  mentions,
  scoring,
  memory,
  isOffline,
  push,
  versions,
  newId,
  save,
  onRemove,
}: KeywordEditorProps) {
  const pushing = usePushing();
  const { edits, isKept, merge, changes, set, start } = useListEdits(list, memory, pushing.forgive);
  const { name, negative, entries } = stateOf(edits);
  const problems = useMemo(() => entryProblems(entries), [entries]);
  const current = useMemo(() => ({ ...list, name, negative, entries: [...entries] }), [list, name, negative, entries]);
  const onEntries = (next: KeywordEntry[]) => set(changeList(edits, { entries: next }));
  const edited = useMemo(() => [current, ...others], [current, others]);
  const live = useMemo(() => (list.version === 0 ? others : [list, ...others]), [list, others]);
  const careful = useCarefulPush(edited, () => void pushing.push(send));
  const send = async () => {
    const sent = entries.map(trimmed);
    const live = await push({ listId: list.id, name: name.trim(), negative, baseVersion: edits.baseVersion, entries: sent });
    start({ ...live, entries: sent });
    return i18n.t("keywords.pushed", { version: live.version, time: timeText(live.updatedAt) });
  };
  return (
    <div class="stack editor">
      <LiveVersion list={list} onRemove={onRemove} />
      {merge !== null && changes > 0 && <Merged {...{ merge, list, edits, versions }} onEdits={set} />}
      <ListHead name={name} negative={negative} onChange={(parts) => set(changeList(edits, parts))} />
      <FileTools name={name} entries={entries} onEntries={onEntries} newId={newId} onSave={save} />
      <EntryTable
        entries={entries}
        base={edits.base.entries}
        problems={problems}
        onEntries={onEntries}
        newEntry={() => emptyEntry(newId())}
      />
      <Bench list={current} others={others} mentions={mentions} />
      <ManyBench {...{ edited, live, mentions, scoring }} />
      {list.version > 0 && <Versions list={list} actions={versions} hasEdits={changes > 0} />}
      {!isKept && <Notice>{i18n.t("keywords.notKept")}</Notice>}
      {careful.asked !== null && <PushQuestion share={careful.asked} onSure={careful.sure} onCancel={careful.forget} />}
      <PushBar
        {...pushing}
        changes={changes}
        isOffline={isOffline}
        isNew={list.version === 0}
        canPush={changes > 0 && problems.size === 0 && name.trim() !== ""}
        onPush={() => careful.push()}
        onUndo={() => set(undo(edits))}
        onReset={() => start(list)}
      />
    </div>
  );
}

/** Which version of the list the workspace has, and the way to take the list out. */
function LiveVersion({ list, onRemove }: Pick<KeywordEditorProps, "list" | "onRemove">) {
  return (
    <div class="row">
      {list.version === 0 ? (
        <Notice>{i18n.t("keywords.notLive")}</Notice>
      ) : (
        <p class="quiet">{i18n.t("keywords.version", { version: list.version, time: timeText(list.updatedAt) })}</p>
      )}
      <span class="grow" />
      <Button look="quiet" icon={Trash2} onClick={onRemove}>
        {i18n.t("keywords.deleteList")}
      </Button>
    </div>
  );
}

const emptyEntry = (id: string): KeywordEntry => ({ id, text: "", label: null, mustNear: [], mustNotNear: [] });

function trimmed(entry: KeywordEntry): KeywordEntry {
  return { ...entry, text: entry.text.trim(), label: entry.label?.trim() || null };
}
