/** Runs work for `key` with whatever else waits for the same key; gives this item's own result. */
export type Coalescer<Item, Result> = (key: string, item: Item) => Promise<Result>;

interface Limits {
  /** Most items in one batch. */
  readonly largest: number;
  /** Most batches under way at once, each of another key. */
  readonly atOnce: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly settle: (outcome: Promise<Result>) => void;
}

/**
 * One batch of a key is under way at a time; what arrives meanwhile forms its next one, which begins when the former ends. So a lone
 * item never waits for company. Keys take turns: one whose batch has ended goes behind the others that wait.
 * `run` gives the results in the order of its items, or throws for all of them.
 */
export function coalescer<Item, Result>(
  run: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
  { largest, atOnce }: Limits,
): Coalescer<Item, Result> {
  const waiting = new Map<string, Waiting<Item, Result>[]>();
  /** Keys in the order of their turns; those under way are not among them. */
  const turns = new Set<string>();
  const underWay = new Set<string>();

  const work = async (key: string) => {
    const queue = waiting.get(key) ?? [];
    const batch = queue.splice(0, largest);
    const results = run(
      key,
      batch.map(({ item }) => item),
    );
    for (const [place, { settle }] of batch.entries()) settle(results.then((all) => all[place] as Result));
    await results.catch(() => {});
    underWay.delete(key);
    if (queue.length > 0) turns.add(key);
    else waiting.delete(key);
    begin();
  };
  const begin = () => {
    for (const key of turns) {
      if (underWay.size === atOnce) return;
      turns.delete(key);
      underWay.add(key);
      // What is added in the same breath goes along.
      queueMicrotask(() => void work(key));
    }
  };
  return (key, item) =>
    new Promise((settle) => {
      const queue = waiting.get(key) ?? [];
      waiting.set(key, queue);
      queue.push({ item, settle });
      if (underWay.has(key)) return;
      turns.add(key);
      begin();
    });
}
