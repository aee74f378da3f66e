import { useEffect, useState } from "preact/hooks";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import type { EditsMemory } from "../ui/edits-memory.ts";

const name = "keywords:new";

/** A list that nobody has but this page: it is live once it is pushed. */
const newList = (id: string, title: string): KeywordList => ({ id, name: title, version: 0, entries: [], updatedAt: "" });

/** Lists that were begun here and not pushed yet; as other edits they outlast a reload. What is among the `live` ones is none of them any more. */
export function useNewLists(memory: EditsMemory, live: readonly KeywordList[]) {
  const [begun, setBegun] = useState(() => (memory.load(name) ?? []) as readonly KeywordList[]);
  const keep = (next: readonly KeywordList[]) => {
    memory.save(name, next.length === 0 ? null : next);
    setBegun(next);
  };
  const lists = begun.filter(({ id }) => !live.some((list) => list.id === id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a list that became live ends its draft
  useEffect(() => {
    if (lists.length < begun.length) keep(lists);
  }, [lists.length, begun.length]);
  return {
    lists,
    begin: (id: string, title: string) => keep([...lists, newList(id, title)]),
    drop: (id: string) => keep(lists.filter((list) => list.id !== id)),
    bringBack: (list: KeywordList) => keep([...lists, list]),
  };
}
