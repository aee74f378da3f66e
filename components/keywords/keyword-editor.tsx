import { Trash2 } from "lucide-preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/time-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { KeywordEntry, KeywordList, KeywordListHead } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageArgs } from "../../lib/schema/messages.ts";
import { Button } from "../ui/button.tsx";
import { stateOf, undo } from "../ui/edits.ts";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { Notice } from "../ui/notice.tsx";
import { Bench } from "./bench.tsx";
import { type Changes, change, changeCount, changesOf, type ListEdits, onTop, problemsOf, startList } from "./edits.ts";
import { EntryTable } from "./entry-table.tsx";
import { FileTools } from "./file-tools.tsx";
import { ListHead } from "./list-head.tsx";
import { PushBar } from "./push-bar.tsx";

interface KeywordEditorProps {
  list: KeywordList;
  /** The workspace's other lists. */
  others: readonly KeywordList[];
  mentions: readonly Mention[];
  memory: EditsMemory;
  isOffline: boolean;
  push: (args: MessageArgs<"keywords.push">) => Promise<KeywordListHead>;
  /** A fresh id for a new entry. */
  newId: () => string;
  /** Gives the person a file. */
  save: (name: string, text: string) => void;
  /** Takes the list out. */
  onRemove: () => void;
}

/** Edit, see the effect, push. */
export function KeywordEditor({ list, others, mentions, memory, isOffline, push, newId, save, onRemove }: KeywordEditorProps) {
  const [edits, setEdits] = useState(() => remembered(memory, list));
  const [isKept, setKept] = useState(true);
  const [pushing, setPushing] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [pushed, setPushed] = useState<string | null>(null);
  /** The version that somebody else pushed under these edits. */
  const [merged, setMerged] = useState<number | null>(null);
  const set = (next: ListEdits) => {
    const made = changesOf(next);
    setKept(memory.save(nameOf(list), changeCount(made) === 0 ? null : made));
    setEdits(next);
    setProblem(null);
  };
  const start = (from: KeywordList) => set(startList(from.version, from));
  const changes = useMemo(() => changeCount(changesOf(edits)), [edits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version of the list moves the edits
  useEffect(() => {
    if (list.version <= edits.baseVersion) return;
    setMerged(changes > 0 ? list.version : null);
    set(onTop(changesOf(edits), list.version, startList(0, list).base));
  }, [list.version]);

  const { name, negative, entries } = stateOf(edits);
  const problems = useMemo(() => problemsOf(entries), [entries]);
  const current = useMemo(() => ({ ...list, name, negative, entries: [...entries] }), [list, name, negative, entries]);

  const send = async () => {
    setPushing(true);
    try {
      const sent = entries.map(trimmed);
      const live = await push({ listId: list.id, name: name.trim(), negative, baseVersion: edits.baseVersion, entries: sent });
      start({ ...live, entries: sent });
      setPushed(i18n.t("keywords.pushed", { version: live.version, time: timeText(live.updatedAt) }));
    } catch (thrown) {
      setProblem(errorCode(thrown));
    }
    setPushing(false);
  };

  return (
    <div class="stack editor">
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
      {merged !== null && changes > 0 && <Notice>{i18n.t("keywords.merged", { version: merged })}</Notice>}
      <ListHead name={name} negative={negative} onChange={(parts) => set(change(edits, parts))} />
      <FileTools name={name} entries={entries} onEntries={(next) => set(change(edits, { entries: next }))} newId={newId} onSave={save} />
      <EntryTable
        entries={entries}
        base={edits.base.entries}
        problems={problems}
        onEntries={(next) => set(change(edits, { entries: next }))}
        newEntry={() => ({ id: newId(), text: "", label: null, mustNear: [], mustNotNear: [] })}
      />
      <Bench list={current} others={others} mentions={mentions} />
      {!isKept && <Notice>{i18n.t("keywords.notKept")}</Notice>}
      <PushBar
        changes={changes}
        isOffline={isOffline}
        isNew={list.version === 0}
        canPush={changes > 0 && problems.size === 0 && name.trim() !== ""}
        pushing={pushing}
        problem={problem}
        pushed={pushed}
        onPush={() => void send()}
        onUndo={() => set(undo(edits))}
        onReset={() => start(list)}
      />
    </div>
  );
}

/** Under which name the edits of a list are remembered. */
export const nameOf = ({ id }: Pick<KeywordList, "id">): string => `keywords:${id}`;

/** What was changed before a reload, on top of the list as it is now. */
function remembered(memory: EditsMemory, list: KeywordList): ListEdits {
  const changes = memory.load(nameOf(list)) as Changes | null;
  const start = startList(list.version, list);
  return changes === null ? start : onTop(changes, list.version, start.base);
}

function trimmed(entry: KeywordEntry): KeywordEntry {
  return { ...entry, text: entry.text.trim(), label: entry.label?.trim() || null };
}
