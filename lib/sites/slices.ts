/** A slice ends after this long, so that the page never waits for us. */
const sliceMs = 5;
/** Work begins at the latest after this long, idle or not. */
const patienceMs = 300;

/**
 * Does `work` for everything added: a first short slice at once, so that a post gets its badge with its first paint, and the rest in
 * slices while the page is idle, which it never is under somebody's scrolling. Ends with `signal`.
 */
export function createSlices<T>(work: (item: T) => void, nowMs: () => number, signal: AbortSignal): (items: Iterable<T>) => void {
  const waiting: T[] = [];
  let isAsked = false;
  let isRunning = false;
  const ask = (): void => {
    if (isAsked || signal.aborted) return;
    isAsked = true;
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: patienceMs });
    else setTimeout(run, 0);
  };
  const run = (): void => {
    isAsked = false;
    isRunning = true;
    const endMs = nowMs() + sliceMs;
    try {
      while (waiting.length > 0 && !signal.aborted && nowMs() < endMs) {
        const [item] = waiting.splice(0, 1);
        work(item as T);
      }
    } finally {
      isRunning = false;
    }
    if (waiting.length > 0) ask();
  };
  return (items) => {
    waiting.push(...items);
    if (!isRunning && !isAsked) run();
  };
}
