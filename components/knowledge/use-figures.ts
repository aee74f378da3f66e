import { useEffect, useState } from "preact/hooks";
import type { ItemFigures } from "../../lib/schema/item-figures.ts";
import type { KnowledgeItem } from "../../lib/schema/workspace.ts";
import type { KnowledgeActions } from "./actions.ts";

/** What the server tells of the items, by their ids; asked again when there are more or fewer. Empty until it answers, and without a server. */
export function useFigures(
  { readItemFigures }: Pick<KnowledgeActions, "readItemFigures">,
  { length }: readonly KnowledgeItem[],
): ReadonlyMap<string, ItemFigures> {
  const [figures, setFigures] = useState<ReadonlyMap<string, ItemFigures>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: how many there are is the cause, not an input
  useEffect(() => {
    void readItemFigures().then(
      (read) => setFigures(new Map(read.map((each) => [each.id, each]))),
      () => {},
    );
  }, [length]);
  return figures;
}
