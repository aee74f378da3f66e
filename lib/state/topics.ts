import type { KeywordList } from "../schema/keywords.ts";
import { mostOf } from "../schema/limits.ts";

/** The topics of a workspace: the labels in most use in its keyword lists, in the order of the alphabet. */
export function topicsOf(lists: readonly KeywordList[]): string[] {
  const uses = new Map<string, number>();
  for (const { label } of lists.filter(({ negative }) => !negative).flatMap(({ entries }) => entries))
    if (label !== null) uses.set(label, (uses.get(label) ?? 0) + 1);
  const most = [...uses].sort(([one, often], [other, oftener]) => oftener - often || one.localeCompare(other)).slice(0, mostOf.topics);
  return most.map(([label]) => label).sort((one, other) => one.localeCompare(other));
}
