import { type Changes, changeCount } from "./edits.ts";

/** Unsaved changes survive a reload of the page, not the end of the browser. */
export interface EditsMemory {
  load(listId: string): Changes | null;
  /** False when there is no room to keep them. */
  save(listId: string, changes: Changes): boolean;
}

export function editsMemory(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">): EditsMemory {
  const key = (listId: string) => `keyword-changes:${listId}`;
  return {
    load(listId) {
      const stored = storage.getItem(key(listId));
      return stored === null ? null : (JSON.parse(stored) as Changes);
    },
    save(listId, changes) {
      storage.removeItem(key(listId));
      if (changeCount(changes) === 0) return true;
      try {
        storage.setItem(key(listId), JSON.stringify(changes));
        return true;
      } catch {
        // The room that a browser gives to a page is full.
        return false;
      }
    },
  };
}
