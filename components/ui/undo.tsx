import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { isTyping } from "./typing.ts";

/** How long something that was done can be taken back, in ms. */
export const undoMs = 15_000;

/** True until so long after `done` became another one. */
export function useUndoTime(done: unknown): boolean {
  const [isOver, setOver] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing done begins anew
  useEffect(() => {
    setOver(false);
    const timer = setTimeout(() => setOver(true), undoMs);
    return () => clearTimeout(timer);
  }, [done]);
  return !isOver;
}

/** The way back, by click or by the key `u`. */
export function Undo({ onUndo }: { onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(onUndo);
  latest.current = onUndo;
  useEffect(() => {
    const life = new AbortController();
    const press = (event: KeyboardEvent) => {
      if (event.key !== "u" || isTyping(event)) return;
      event.preventDefault();
      latest.current();
    };
    // The card stands in a shadow root of its own.
    button.current?.getRootNode().addEventListener("keydown", (event) => press(event as KeyboardEvent), { signal: life.signal });
    return () => life.abort();
  }, []);
  return (
    <button ref={button} type="button" class="link" aria-label={i18n.t("ui.undo")} aria-keyshortcuts="u" onClick={onUndo}>
      {i18n.t("ui.undo")} <kbd>u</kbd>
    </button>
  );
}
