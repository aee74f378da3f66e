import { useEffect, useRef } from "preact/hooks";
import { type KeyAction, keyAction } from "./keys.ts";

/**
 * Calls `onKey` for each key that means something in the panel, and `onEscape` for an Escape that neither a menu nor a dialog took: the browser gets
 * none of them, so that its own Escape closes nothing.
 */
export function useKeys(onKey: (action: KeyAction) => void, onEscape?: (from: Element | null) => void): void {
  const latest = useRef({ onKey, onEscape });
  latest.current = { onKey, onEscape };
  useEffect(() => {
    const life = new AbortController();
    document.addEventListener(
      "keydown",
      (event) => {
        const from = event.target instanceof Element ? event.target : null;
        const close = latest.current.onEscape;
        if (close && event.key === "Escape" && !event.isComposing && from?.closest("dialog") == null) {
          event.preventDefault();
          return close(from);
        }
        const action = keyAction(event);
        if (action === null) return;
        event.preventDefault();
        latest.current.onKey(action);
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, []);
}
