import type { Edits } from "./edits.ts";

/** Unsaved edits survive a reload of the page, not the end of the browser. */
export interface EditsMemory {
  load(listId: string): Edits | null;
  save(listId: string, edits: Edits | null): void;
}

export function editsMemory(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">): EditsMemory {
  const key = (listId: string) => `keyword-edits:${listId}`;
  return {
    load(listId) {
      const stored = storage.getItem(key(listId));
      return stored === null ? null : (JSON.parse(stored) as Edits);
    },
    save(listId, edits) {
      if (edits === null || edits.history.length === 0) storage.removeItem(key(listId));
      else storage.setItem(key(listId), JSON.stringify(edits));
    },
  };
}
