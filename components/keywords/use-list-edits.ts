import { useEffect, useMemo, useState } from "preact/hooks";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import type { EditsMemory } from "../ui/edits-memory.ts";
import { type Changes, changesOf, type ListEdits, listChangeCount, onTop, startList } from "./edits.ts";

/** Under which name the edits of a list are remembered. */
export const nameOf = ({ id }: Pick<KeywordList, "id">): string => `keywords:${id}`;

/** What was changed before a reload, on top of the list as it is now. */
function remembered(memory: EditsMemory, list: KeywordList): ListEdits {
  const changes = memory.load(nameOf(list)) as Changes | null;
  const start = startList(list.version, list);
  return changes === null ? start : onTop(changes, list.version, start.base);
}

/** The edits of a list: remembered over a reload, and put on top of what somebody else pushed meanwhile. */
export function useListEdits(list: KeywordList, memory: EditsMemory, onEdit: () => void) {
  const [edits, setEdits] = useState(() => remembered(memory, list));
  const [isKept, setKept] = useState(true);
  /** The version that somebody else pushed under these edits. */
  const [merged, setMerged] = useState<number | null>(null);
  const set = (next: ListEdits) => {
    const made = changesOf(next);
    setKept(memory.save(nameOf(list), listChangeCount(made) === 0 ? null : made));
    setEdits(next);
    onEdit();
  };
  const changes = useMemo(() => listChangeCount(changesOf(edits)), [edits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version of the list moves the edits
  useEffect(() => {
    if (list.version <= edits.baseVersion) return;
    setMerged(changes > 0 ? list.version : null);
    set(onTop(changesOf(edits), list.version, startList(0, list).base));
  }, [list.version]);
  return { edits, isKept, merged, changes, set, start: (from: KeywordList) => set(startList(from.version, from)) };
}
