/** What does something when it is pressed. */
export const pressable =
  "button, a[href], summary, select, input:is([type=checkbox], [type=radio], [type=submit], [type=button], [type=file])";

/** How far a hand may slip during a press that is meant for one place, in CSS pixels. */
const slipPx = 6;

interface Begun {
  readonly pressed: HTMLElement;
  readonly x: number;
  readonly y: number;
}

/**
 * A press of the mouse is meant for what was under it when it began. Where the page changes under the pointer before the button is let go
 * of (leaving a field saves it, and a line comes or goes), browsers click on nothing: `press` then gets what was meant, which may be gone.
 */
export function keepPresses(inside: Document, press: (pressed: HTMLElement) => void): void {
  let begun: Begun | null = null;
  const onDown = ({ target, isPrimary, button, pointerType, screenX: x, screenY: y }: PointerEvent) => {
    const pressed = (target as Element | null)?.closest?.<HTMLElement>(pressable) ?? null;
    begun = pressed && isPrimary && button === 0 && pointerType !== "touch" ? { pressed, x, y } : null;
  };
  const onUp = ({ screenX, screenY }: PointerEvent) => {
    const last = begun;
    if (last === null) return;
    // After the click, if there is one.
    setTimeout(() => {
      if (begun !== last) return;
      begun = null;
      if (Math.hypot(screenX - last.x, screenY - last.y) < slipPx) press(last.pressed);
    });
  };
  const forget = () => {
    begun = null;
  };
  const onClick = ({ target }: Event) => {
    if (begun?.pressed.contains(target as Node)) forget();
  };
  inside.addEventListener("pointerdown", onDown, { capture: true });
  inside.addEventListener("pointerup", onUp, { capture: true });
  inside.addEventListener("pointercancel", forget, { capture: true });
  inside.addEventListener("click", onClick, { capture: true });
}
