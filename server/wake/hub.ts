/** Tells those who listen that a workspace's revision moved. A hint: who misses it finds out by asking. */
export interface Wake {
  moved(workspaceId: string, revision: number): void;
  /** Calls `hear` after moves; returns what ends it. */
  listen(workspaceId: string, hear: (revision: number) => void): () => void;
}

/** A hub within this process. What moves within `pauseMs` is told once, with the highest revision. */
export function createHub(pauseMs = 20): Wake {
  const listeners = new Map<string, Set<(revision: number) => void>>();
  const waiting = new Map<string, number>();
  const tell = (workspaceId: string) => {
    const revision = waiting.get(workspaceId) ?? 0;
    waiting.delete(workspaceId);
    for (const hear of listeners.get(workspaceId) ?? []) hear(revision);
  };
  return {
    moved(workspaceId, revision) {
      if (!listeners.has(workspaceId)) return;
      const last = waiting.get(workspaceId);
      waiting.set(workspaceId, Math.max(revision, last ?? 0));
      if (last === undefined) setTimeout(tell, pauseMs, workspaceId).unref();
    },
    listen(workspaceId, hear) {
      const set = listeners.get(workspaceId) ?? new Set();
      listeners.set(workspaceId, set.add(hear));
      return () => {
        set.delete(hear);
        if (set.size === 0 && listeners.get(workspaceId) === set) listeners.delete(workspaceId);
      };
    },
  };
}
