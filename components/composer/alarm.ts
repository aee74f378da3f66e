/** Sets an alarm that calls `ring` once, so many ms from now in place of what was set before; null: not at all. None rings after `signal` aborts. */
export function alarm(ring: () => void, signal: AbortSignal): (afterMs: number | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return (afterMs) => {
    clearTimeout(timer);
    if (afterMs !== null && !signal.aborted) timer = setTimeout(ring, afterMs);
  };
}
