/** Time spent in what was started between `begin` and `end`, in ms. */
export interface Spent {
  total: number;
  longest: number;
}

type Callback = (...args: never[]) => unknown;

/**
 * Makes every callback that is handed to the page's schedulers and observers while `owner.now` is set count for that owner, until the page goes.
 * A callback that starts others hands its owner on.
 */
export function installClock(): { now: Spent | null } {
  const owner: { now: Spent | null } = { now: null };
  const timed = <F extends Callback>(callback: F): F => {
    const spent = owner.now;
    if (!spent) return callback;
    return function (this: unknown, ...args: never[]) {
      const before = owner.now;
      owner.now = spent;
      const start = performance.now();
      try {
        return callback.apply(this, args);
      } finally {
        const took = performance.now() - start;
        spent.total += took;
        spent.longest = Math.max(spent.longest, took);
        owner.now = before;
      }
    } as F;
  };
  const scope = globalThis as unknown as Record<string, (callback: Callback, ...more: unknown[]) => unknown>;
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback", "queueMicrotask"]) {
    const original = scope[name];
    if (original) scope[name] = (callback, ...more) => original.call(globalThis, timed(callback), ...more);
  }
  const then = Promise.prototype.then;
  // biome-ignore lint/suspicious/noThenProperty: the reactions of a promise are work like any other.
  Promise.prototype.then = function (this: Promise<unknown>, done: Callback | null, failed: Callback | null) {
    return then.call(this, done && (timed(done) as never), failed && (timed(failed) as never));
  } as typeof then;
  const observers = globalThis as unknown as Record<string, new (callback: Callback) => object>;
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"]) {
    const Original = observers[name];
    if (Original)
      observers[name] = class extends Original {
        constructor(callback: Callback) {
          super(timed(callback));
        }
      };
  }
  return owner;
}
