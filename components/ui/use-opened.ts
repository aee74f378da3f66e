import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Opened<Part extends string> {
  /** What stands in place of the buttons now; null: they do. */
  readonly opened: Part | null;
  readonly setOpened: (part: Part | null) => void;
  /** Around the buttons and what opens; each button stands in an element with `data-opens`. */
  readonly place: RefObject<HTMLDivElement | null>;
}

/** What opens in place of buttons; when it closes, the button that opened it has the focus again. */
export function useOpened<Part extends string>(): Opened<Part> {
  const [opened, setOpened] = useState<Part | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef<Part | null>(null);
  useEffect(() => {
    if (opened === null && before.current !== null) {
      place.current?.querySelector<HTMLElement>(`[data-opens=${before.current}] button`)?.focus();
    }
    before.current = opened;
  }, [opened]);
  return { opened, setOpened, place };
}
