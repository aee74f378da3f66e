import { useEffect, useState } from "preact/hooks";

/**
 * What stands in a box that is kept when it is left: what the person types, until what is kept becomes something else. The page is drawn anew every second,
 * and the box would be emptied of half a word.
 */
export function useTyped(kept: string): readonly [value: string, onInput: (typed: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed gives way to what came of it
  useEffect(() => setTyped(null), [kept]);
  return [typed ?? kept, setTyped];
}
