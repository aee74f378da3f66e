/** Saves at every pause of this length, in ms. */
export const pauseMs = 600;

export interface Autosave {
  /** The text changed: save when the typing pauses. */
  touch(): void;
  /** Save now what still waits, if anything does. */
  flush(): Promise<void>;
}

/** Calls `save` once per pause in typing, never twice at a time; nothing is left running after `signal` aborts. */
export function autosave(save: () => Promise<void>, signal: AbortSignal): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const flush = () => {
    if (timer === undefined) return running;
    clearTimeout(timer);
    timer = undefined;
    running = running.then(save);
    return running;
  };
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return {
    touch() {
      clearTimeout(timer);
      if (!signal.aborted) timer = setTimeout(flush, pauseMs);
    },
    flush,
  };
}
