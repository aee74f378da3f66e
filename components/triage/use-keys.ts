import { useEffect, useRef } from "preact/hooks";
import { type KeyAction, keyAction } from "./keys.ts";

/** Calls `onKey` for each key that means something in the panel. */
export function useKeys(onKey: (action: KeyAction) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const life = new AbortController();
    document.addEventListener(
      "keydown",
      (event) => {
        const action = keyAction(event);
        if (action === null) return;
        event.preventDefault();
        latest.current(action);
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, []);
}
