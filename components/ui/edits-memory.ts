/** Changes that were not pushed survive a reload of the page, not the end of the browser. Each kind of editor keeps its own shape. */
export interface EditsMemory {
  load(name: string): unknown;
  /** Null leaves nothing behind. False when there is no room to keep them. */
  save(name: string, changes: object | null): boolean;
}

export function editsMemory(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, community: string): EditsMemory {
  const key = (name: string) => `changes:${community}:${name}`;
  return {
    load(name) {
      const stored = storage.getItem(key(name));
      return stored === null ? null : JSON.parse(stored);
    },
    save(name, changes) {
      storage.removeItem(key(name));
      if (changes === null) return true;
      try {
        storage.setItem(key(name), JSON.stringify(changes));
        return true;
      } catch {
        // The room that a browser gives to a page is full.
        return false;
      }
    },
  };
}
