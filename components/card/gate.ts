import type { Hindrance, Sight } from "./sight.ts";

export interface GateDeps {
  readonly sight: Sight;
  /** Whether a person caused this event. */
  readonly accepts: (event: Event) => boolean;
  /** A press did not count. */
  readonly onRefused: (why: Hindrance) => void;
  /** One did. */
  readonly onPassed: () => void;
}

const caused = ["click", "auxclick", "keydown", "beforeinput", "input", "change", "paste", "drop", "submit"];
/** What does something when it is pressed. Putting the card away does no harm. */
const pressable = "button, a[href], summary, select, input:is([type=checkbox], [type=radio], [type=submit], [type=button], [type=file])";
const harmless = "[data-harmless]";
const typedInto = "textarea, input:is([type=text], [type=url], [type=search], :not([type]))";

function refuse(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}

const isElement = (target: EventTarget | null): target is Element => target !== null && "closest" in target;

/** Lets nothing of `inside` hear what no person did, nor a press on a card that was not plainly seen. */
export function guardPresses(inside: Document, { sight, accepts, onRefused, onPassed }: GateDeps): void {
  for (const type of caused) inside.addEventListener(type, (event) => accepts(event) || refuse(event), { capture: true });

  const judge = (event: Event, by: "pointer" | "keyboard") => {
    const why = sight.hindrance(by);
    if (why === null) return onPassed();
    refuse(event);
    onRefused(why);
  };
  const onPress = (event: Event) => {
    const { target } = event;
    if (event.defaultPrevented || !isElement(target) || !target.closest(pressable) || target.closest(harmless)) return;
    judge(event, (event as MouseEvent).detail === 0 ? "keyboard" : "pointer");
  };
  inside.addEventListener("click", onPress, { capture: true });
  inside.addEventListener("auxclick", onPress, { capture: true });
  inside.addEventListener("keydown", (event) => isCommand(event) && (event.repeat ? refuse(event) : judge(event, "keyboard")), {
    capture: true,
  });
}

/**
 * A key that does something by itself: a letter outside of fields, or one with Ctrl. Enter and the space bar press what has the focus, and
 * the press is judged; held down from before, they must not press what only now took the focus.
 */
function isCommand({ key, ctrlKey, metaKey, altKey, repeat, target }: KeyboardEvent): boolean {
  const isTyped = isElement(target) && target.closest(typedInto) !== null;
  if (key === "Enter" && (ctrlKey || metaKey)) return true;
  if (isTyped || ctrlKey || metaKey || altKey) return false;
  return key === "Enter" || key === " " ? repeat : key.length === 1;
}
