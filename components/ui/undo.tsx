import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { pressedKey } from "./typing.ts";

/** How long something that was done can be taken back, in ms. */
export const undoMs = 15_000;

/** True as long as `done` can be taken back. */
export const useUndoTime = (done: unknown): boolean => useTimeFor(done, undoMs);

/** True until so long after `done` became another one. */
export function useTimeFor(done: unknown, ms: number): boolean {
  const [isOver, setOver] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing done begins anew
  useEffect(() => {
    setOver(false);
    const timer = setTimeout(() => setOver(true), ms);
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
      if (pressedKey(event) !== "u") return;
      event.preventDefault();
      // Of two things that can be taken back, one at a press.
      event.stopImmediatePropagation();
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
