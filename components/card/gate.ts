import { keepPresses, pressable } from "../ui/keep-presses.ts";
import type { Hindrance, Sight } from "./sight.ts";

export interface GateDeps {
  readonly sight: Sight;
  /** Whether a person caused this event. */
  readonly accepts: (event: Event) => boolean;
  /** Called when a press was refused, with the reason. */
  readonly onRefused: (why: Hindrance) => void;
  /** Called when a press was let through. */
  readonly onPassed: () => void;
}

const caused = ["pointerdown", "pointerup", "click", "auxclick", "keydown", "beforeinput", "input", "change", "paste", "drop", "submit"];
/** Putting the card away does no harm. */
const harmless = "[data-harmless]";
const typedInto = "textarea, input:is([type=text], [type=url], [type=search], :not([type]))";

function refuse(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}

const isElement = (target: EventTarget | null): target is Element => target !== null && "closest" in target;

/** Lets nothing of `inside` hear what no person did, nor a press on a card that was not plainly seen. */
export function guardPresses(inside: Document, { sight, accepts, onRefused, onPassed }: GateDeps): void {
  /** A press is on its way that a person began where the card then changed under the pointer. */
  let isKept = false;
  for (const type of caused) inside.addEventListener(type, (event) => isKept || accepts(event) || refuse(event), { capture: true });
  keepPresses(inside, (pressed) => {
    if (!pressed.isConnected) return onRefused("unsettled");
    isKept = true;
    pressed.click();
    isKept = false;
  });

  const judge = (event: Event, by: "pointer" | "keyboard") => {
    const why = sight.hindrance(by);
    if (why === null) return onPassed();
    refuse(event);
    onRefused(why);
  };
  const onPress = (event: Event) => {
    const { target } = event;
    if (event.defaultPrevented || !isElement(target) || !target.closest(pressable) || target.closest(harmless)) return;
    judge(event, !isKept && (event as MouseEvent).detail === 0 ? "keyboard" : "pointer");
  };
  inside.addEventListener("click", onPress, { capture: true });
  inside.addEventListener("auxclick", onPress, { capture: true });
  inside.addEventListener("keydown", (event) => isCommand(event) && (event.repeat ? refuse(event) : judge(event, "keyboard")), {
    capture: true,
  });
}

/**
 * A key that does something by itself: a letter outside of fields, Enter in a field of one line, or one with Ctrl. Enter and the space bar press what has the focus, and
 * the press is judged; held down from before, they must not press what only now took the focus.
 */
function isCommand({ key, ctrlKey, metaKey, altKey, repeat, isComposing, target }: KeyboardEvent): boolean {
  const isTyped = isElement(target) && target.closest(typedInto) !== null;
  if (key === "Enter" && (ctrlKey || metaKey)) return true;
  if (key === "Enter" && isTyped && target.matches("input")) return !isComposing;
  if (isTyped || ctrlKey || metaKey || altKey) return false;
  return key === "Enter" || key === " " ? repeat : key.length === 1;
}
