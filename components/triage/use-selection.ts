import { useState } from "preact/hooks";
import { liveStatuses } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { OpenMenu } from "./step-menu.tsx";

/** The rows that were picked to do the same to all, and which menu is down for them. What nobody has to answer any more is picked no longer. */
export function useSelection(rows: readonly Mention[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<OpenMenu>(null);
  return {
    ids,
    picked: rows.filter(({ id, status }) => ids.has(id) && liveStatuses.has(status)),
    toggle: (id: string) => setIds(new Set(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id])),
    clear() {
      setMenu(null);
      setIds(new Set());
    },
    menu,
    setMenu,
  };
}
export type Selection = ReturnType<typeof useSelection>;
