/** Lets work go on that nobody waits for. */
export type Spawn = (work: Promise<unknown>) => void;

/** Failures are logged until `signal` aborts; after that there is nothing left to work on. */
export function createSpawn(signal: AbortSignal): Spawn {
  return (work) => {
    work.catch((cause) => {
      if (!signal.aborted) console.error("Fanswer: work in the background failed", cause);
    });
  };
}
