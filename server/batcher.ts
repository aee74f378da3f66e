/** Answers a key. */
export type Batched<K, V> = (key: K) => Promise<V>;

interface Waiting<K, V> {
  readonly key: K;
  readonly resolve: (value: V) => void;
  readonly reject: (thrown: unknown) => void;
}

/**
 * Joins calls: while `run` is under way, keys that arrive form the next run, at most `max` of them. A lone caller never waits, and no
 * caller gets an answer that was begun before it asked. `run` gives the values in the order of its keys.
 */
export function createBatcher<K, V>(run: (keys: readonly K[]) => Promise<readonly V[]>, max: number): Batched<K, V> {
  let waiting: Waiting<K, V>[] = [];
  let isRunning = false;

  async function work(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, max);
      waiting = waiting.slice(max);
      try {
        const values = await run(batch.map(({ key }) => key));
        for (const [index, { resolve }] of batch.entries()) resolve(values[index] as V);
      } catch (thrown) {
        for (const { reject } of batch) reject(thrown);
      }
    }
    isRunning = false;
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (!isRunning) void work();
    });
}
