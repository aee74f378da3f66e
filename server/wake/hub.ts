/** Tells those who listen that a workspace's revision moved. A hint: who misses it finds out by asking. */
export interface Wake {
  moved(workspaceId: string, revision: number): void;
  /** Tells those who listen that this member's devices may no longer be let in. As much a hint. */
  shutOut(workspaceId: string, memberId: string): void;
  /** Calls `hear` after moves; returns what ends it. */
  listen(workspaceId: string, hear: (revision: number) => void): () => void;
  /** Calls `hear` when a member's devices are to be asked again; returns what ends it. */
  listenForShutOut(workspaceId: string, memberId: string, hear: () => void): () => void;
}

/** Who listens for what. */
class Listeners<Told extends readonly unknown[]> {
  private readonly sets = new Map<string, Set<(...told: Told) => void>>();

  has(key: string): boolean {
    return this.sets.has(key);
  }

  add(key: string, hear: (...told: Told) => void): () => void {
    const set = this.sets.get(key) ?? new Set();
    this.sets.set(key, set.add(hear));
    return () => {
      set.delete(hear);
      if (set.size === 0 && this.sets.get(key) === set) this.sets.delete(key);
    };
  }

  tell(key: string, ...told: Told): void {
    for (const hear of this.sets.get(key) ?? []) hear(...told);
  }
}

/** A hub within this process. What moves within `pauseMs` is told once, with the highest revision. */
export function createHub(pauseMs = 20): Wake {
  const movers = new Listeners<[revision: number]>();
  const shut = new Listeners<[]>();
  const waiting = new Map<string, number>();
  const keyOf = (workspaceId: string, memberId: string) => `${workspaceId} ${memberId}`;
  const tell = (workspaceId: string) => {
    const revision = waiting.get(workspaceId) ?? 0;
    waiting.delete(workspaceId);
    movers.tell(workspaceId, revision);
  };
  return {
    moved(workspaceId, revision) {
      if (!movers.has(workspaceId)) return;
      const last = waiting.get(workspaceId);
      waiting.set(workspaceId, Math.max(revision, last ?? 0));
      if (last === undefined) setTimeout(tell, pauseMs, workspaceId).unref();
    },
    shutOut: (workspaceId, memberId) => shut.tell(keyOf(workspaceId, memberId)),
    listen: (workspaceId, hear) => movers.add(workspaceId, hear),
    listenForShutOut: (workspaceId, memberId, hear) => shut.add(keyOf(workspaceId, memberId), hear),
  };
}
