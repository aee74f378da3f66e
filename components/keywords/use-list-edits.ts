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

/** What somebody else pushed under edits: the version, and the one that the edits began from. */
export interface Merge {
  readonly version: number;
  readonly since: number;
  /** The edits as they were before. */
  readonly changes: Changes;
}

/** Edits from before a reload, when a newer version came under them. */
function mergeAtStart(memory: EditsMemory, list: KeywordList): Merge | null {
  const changes = memory.load(nameOf(list)) as Changes | null;
  return changes === null || changes.baseVersion >= list.version ? null : { version: list.version, since: changes.baseVersion, changes };
}

/** The edits of a list: remembered over a reload, and put on top of what somebody else pushed meanwhile. */
export function useListEdits(list: KeywordList, memory: EditsMemory, onEdit: () => void) {
  const [merge, setMerge] = useState(() => mergeAtStart(memory, list));
  const [edits, setEdits] = useState(() => remembered(memory, list));
  const [isKept, setKept] = useState(true);
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
    const made = changesOf(edits);
    // Of several pushes under the same edits the first tells from where on.
    setMerge(changes > 0 ? { version: list.version, since: merge?.since ?? edits.baseVersion, changes: merge?.changes ?? made } : null);
    set(onTop(made, list.version, startList(0, list).base));
  }, [list.version]);
  const start = (from: KeywordList) => {
    setMerge(null);
    set(startList(from.version, from));
  };
  return { edits, isKept, merge, changes, set, start };
}
