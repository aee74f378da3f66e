import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepPresses } from "../../../components/ui/keep-presses.ts";

let inside: Document;
let button: HTMLButtonElement;
let press: ReturnType<typeof vi.fn<(pressed: HTMLElement) => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  inside = document.implementation.createHTMLDocument();
  inside.body.innerHTML = "<div><button>Place</button><textarea></textarea></div>";
  button = inside.querySelector("button") as HTMLButtonElement;
  press = vi.fn();
  keepPresses(inside, press);
});
afterEach(() => vi.useRealTimers());

const pointer = (type: string, target: Element, more: PointerEventInit = {}) =>
  target.dispatchEvent(
    new PointerEvent(type, { bubbles: true, isPrimary: true, button: 0, pointerType: "mouse", screenX: 50, screenY: 50, ...more }),
  );
const click = (target: Element) => target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
/** Pressed on `from`, let go of over `to`, where the browser clicks on what holds both. */
const slide = (from: Element, to: Element, more: PointerEventInit = {}) => {
  pointer("pointerdown", from);
  pointer("pointerup", to, more);
  click(from === to ? from : (from.parentElement as Element));
  vi.runAllTimers();
};

test("a press whose button moved away from under the pointer is the button's", () => {
  slide(button, button.parentElement as Element);
  expect(press.mock.calls).toEqual([[button]]);
});

test("one whose button went is told as well", () => {
  pointer("pointerdown", button);
  button.remove();
  pointer("pointerup", inside.body);
  vi.runAllTimers();
  expect(press.mock.calls).toEqual([[button]]);
  expect(button.isConnected).toBe(false);
});

test("a click that arrived is not made again", () => {
  slide(button, button);
  expect(press).not.toHaveBeenCalled();
});

test.each<[string, () => void]>([
  ["a hand that drew away from the button", () => slide(button, button.parentElement as Element, { screenY: 90 })],
  ["a press that began beside it", () => slide(inside.body, inside.body)],
  ["a press into the text", () => slide(inside.querySelector("textarea") as Element, button)],
])("%s presses nothing", (_, act) => {
  act();
  expect(press).not.toHaveBeenCalled();
});

test("a drag, a finger and the second mouse button press nothing", () => {
  pointer("pointerdown", button);
  pointer("pointercancel", button);
  pointer("pointerup", inside.body);
  for (const more of [{ pointerType: "touch" }, { button: 2 }, { isPrimary: false }]) {
    pointer("pointerdown", button, more);
    pointer("pointerup", inside.body, more);
  }
  vi.runAllTimers();
  expect(press).not.toHaveBeenCalled();
});
