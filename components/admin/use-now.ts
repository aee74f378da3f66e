import { useEffect, useState } from "preact/hooks";
import type { Figures } from "../../lib/schema/figures.ts";

const everyMs = 60_000;

/** Where all posts stand now, each minute anew; null until the server says. That it cannot be reached is said by what is read beside it. */
export function useNow(read: () => Promise<Figures>): Figures | null {
  const [now, setNow] = useState<Figures | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's actions are the same as long as it is open
  useEffect(() => {
    const look = () => void read().then(setNow, () => {});
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
