/** What an earlier injection of the same script left in our isolated world of this tab. */
interface Life {
  isAlive(): boolean;
  stop(): void;
}

/**
 * Begins the life of an injected script, unless it lives in this tab already: then null. One that outlived an update of the extension, and speaks to
 * nobody any more, is ended first. `isAlive`: the extension that put it there still stands behind it.
 */
export function beginAlone(name: string, isAlive: () => boolean): AbortSignal | null {
  const world = globalThis as unknown as Record<string, Life | undefined>;
  if (world[name]?.isAlive()) return null;
  world[name]?.stop();
  const life = new AbortController();
  world[name] = { isAlive, stop: () => life.abort() };
  return life.signal;
}
