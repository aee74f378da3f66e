/** A slice ends after this long, so that the page never waits for us. */
const sliceMs = 5;
/** Work begins at the latest after this long, idle or not. */
const patienceMs = 300;

/** Does `work` for everything added, in short slices while the page is idle, until `signal` aborts. */
export function createSlices<T>(work: (item: T) => void, nowMs: () => number, signal: AbortSignal): (items: Iterable<T>) => void {
  const waiting: T[] = [];
  let isAsked = false;
  const ask = (): void => {
    if (isAsked || signal.aborted) return;
    isAsked = true;
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: patienceMs });
    else setTimeout(run, 0);
  };
  const run = (): void => {
    isAsked = false;
    const endMs = nowMs() + sliceMs;
    while (waiting.length > 0 && !signal.aborted && nowMs() < endMs) {
      const [item] = waiting.splice(0, 1);
      work(item as T);
    }
    if (waiting.length > 0) ask();
  };
  return (items) => {
    waiting.push(...items);
    if (waiting.length > 0) ask();
  };
}
