import { useEffect, useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { timeText } from "../../lib/i18n/time-text.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { KeywordEntry, KeywordList } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OperationArgs } from "../../lib/schema/operations.ts";
import { Notice } from "../ui/notice.tsx";
import { Bench } from "./bench.tsx";
import { change, changeCount, type Edits, entriesOf, problemsOf, rebase, startEdits, undo } from "./edits.ts";
import type { EditsMemory } from "./edits-memory.ts";
import { EntryTable } from "./entry-table.tsx";
import { PushBar } from "./push-bar.tsx";

interface KeywordEditorProps {
  list: KeywordList;
  mentions: readonly Mention[];
  memory: EditsMemory;
  push: (args: OperationArgs<"keywords.push">) => Promise<KeywordList>;
  /** A fresh id for a new entry. */
  newId: () => string;
}

/** Edit, see the effect, push. */
export function KeywordEditor({ list, mentions, memory, push, newId }: KeywordEditorProps) {
  const [edits, setEdits] = useState(() => memory.load(list.id) ?? startEdits(list.version, list.entries));
  const [pushing, setPushing] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [pushed, setPushed] = useState<string | null>(null);
  /** The version that somebody else pushed under these edits. */
  const [merged, setMerged] = useState<number | null>(null);
  const set = (next: Edits) => {
    memory.save(list.id, next);
    setEdits(next);
    setProblem(null);
  };
  const start = (from: KeywordList) => set(startEdits(from.version, from.entries));
  const changes = changeCount(edits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version of the list moves the edits
  useEffect(() => {
    if (list.version <= edits.baseVersion) return;
    setMerged(changes > 0 ? list.version : null);
    set(rebase(edits, list.version, list.entries));
  }, [list.version]);

  const entries = entriesOf(edits);
  const problems = useMemo(() => problemsOf(entries), [entries]);
  const current = useMemo(() => ({ ...list, entries: [...entries] }), [list, entries]);

  const send = async () => {
    setPushing(true);
    try {
      const live = await push({ listId: list.id, name: list.name, baseVersion: edits.baseVersion, entries: entries.map(trimmed) });
      start(live);
      setPushed(i18n.t("keywords.pushed", { version: live.version, time: timeText(live.updatedAt) }));
    } catch (thrown) {
      setProblem(errorCode(thrown));
    }
    setPushing(false);
  };

  return (
    <div class="stack editor">
      <p class="quiet">{i18n.t("keywords.version", { version: list.version, time: timeText(list.updatedAt) })}</p>
      {merged !== null && changes > 0 && <Notice>{i18n.t("keywords.merged", { version: merged })}</Notice>}
      <EntryTable
        entries={entries}
        base={edits.base}
        problems={problems}
        onEntries={(next) => set(change(edits, next))}
        newEntry={() => ({ id: newId(), text: "", label: null, mustNear: [], mustNotNear: [] })}
      />
      <Bench list={current} mentions={mentions} />
      <PushBar
        changes={changes}
        canPush={changes > 0 && problems.size === 0}
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

function trimmed(entry: KeywordEntry): KeywordEntry {
  return { ...entry, text: entry.text.trim(), label: entry.label?.trim() || null };
}
