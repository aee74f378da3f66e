import { useCallback, useEffect, useState } from "preact/hooks";
import type { DoingsList } from "./actions.ts";

/** How often it is looked whether somebody does something unusual. */
const everyMs = 5 * 60_000;
const nothing: DoingsList = { people: [], takeBacks: [] };

/** What members did, asked for when the panel opens and every few minutes; without a connection what was known stays. */
export function useDoings(ask: () => Promise<DoingsList>): { list: DoingsList; refresh: () => Promise<void> } {
  const [list, setList] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel's actions are the same as long as it is open
  const refresh = useCallback(() => ask().then(setList, () => {}), []);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => void refresh(), everyMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return { list, refresh };
}
