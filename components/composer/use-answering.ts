import { useEffect, useState } from "preact/hooks";
import type { Answering, OpenAnswering } from "./actions.ts";

/**
 * The answering of one mention for as long as its row is on the screen; what was typed is saved when it goes.
 * `version` changes whenever the store knows something new about it. Null only before the first paint.
 */
export function useAnswering(open: OpenAnswering, mentionId: string, version: string): Answering | null {
  const [answering, setAnswering] = useState<Answering | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const mine = open(mentionId, life.signal);
    const save = () => void mine.flush();
    addEventListener("pagehide", save, { signal: life.signal });
    setAnswering(mine);
    return () => {
      save();
      life.abort();
    };
  }, [open, mentionId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is the cause, not an input
  useEffect(() => void answering?.refresh(), [answering, version]);
  return answering;
}
