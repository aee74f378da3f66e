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
import { change, changeCount, type Edits, entriesOf, problemsOf, startEdits, undo } from "./edits.ts";
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
  const set = (next: Edits) => {
    memory.save(list.id, next);
    setEdits(next);
    setProblem(null);
  };
  const start = (from: KeywordList) => set(startEdits(from.version, from.entries));
  const changes = changeCount(edits);
  // Nothing of our own to lose: follow what others push.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version may replace the edits
  useEffect(() => {
    if (changes === 0 && list.version > edits.baseVersion) start(list);
  }, [list.version]);

  const entries = entriesOf(edits);
  const problems = useMemo(() => problemsOf(entries), [entries]);
  const current = useMemo(() => ({ ...list, entries: [...entries] }), [list, entries]);
  const isStale = list.version > edits.baseVersion && changes > 0;

  const send = async () => {
    setPushing(true);
    try {
      // Having looked at the newer one, the admin pushes on top of it.
      const live = await push({
        listId: list.id,
        name: list.name,
        baseVersion: Math.max(list.version, edits.baseVersion),
        entries: entries.map(trimmed),
      });
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
      {isStale && <Notice tone="danger">{i18n.t("keywords.stale", { version: list.version })}</Notice>}
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
