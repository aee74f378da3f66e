import { useState } from "preact/hooks";
import type { Hint } from "../ui/toast.tsx";

/** Says why a key or a button does nothing just now. */
export function useHint() {
  const [hint, setHint] = useState<Hint | null>(null);
  return { hint, tell: (text: string) => setHint((last) => ({ text, count: (last?.count ?? 0) + 1 })) };
}
