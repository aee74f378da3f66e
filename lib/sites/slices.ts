/** A slice ends after this long, so that the page never waits for us. */
const sliceMs = 5;
/** Idle work goes on at the latest after this long, idle or not. */
const patienceMs = 300;

/** Calls `run` once the page is idle, which it hardly ever is under somebody's scrolling. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: patienceMs });
  else setTimeout(run, 0);
}

/**
 * Does the tasks that are added: a first short slice at once, so that a post gets its badge with its first paint, and the rest in slices whenever `later`
 * calls back. Ends with `signal`.
 */
export function createSlices(
  later: (run: () => void) => void,
  nowMs: () => number,
  signal: AbortSignal,
): (tasks: readonly (() => void)[]) => void {
  let waiting: (() => void)[] = [];
  let isBusy = false;
  const run = (): void => {
    const endMs = nowMs() + sliceMs;
    let done = 0;
    try {
      while (done < waiting.length && !signal.aborted && nowMs() < endMs) waiting[done++]?.();
    } finally {
      waiting = signal.aborted ? [] : waiting.slice(done);
      isBusy = waiting.length > 0;
      if (isBusy) later(run);
    }
  };
  return (tasks) => {
    for (const task of tasks) waiting.push(task);
    if (isBusy) return;
    isBusy = true;
    run();
  };
}
