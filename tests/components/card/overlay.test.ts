import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Overlay, openOverlay } from "../../../components/card/overlay.ts";
import type { Hindrance } from "../../../components/card/sight.ts";

let life: AbortController;
let onClose: ReturnType<typeof vi.fn<() => void>>;
let onHide: ReturnType<typeof vi.fn<() => void>>;
let refused: (Hindrance | null)[];
/** What speaks against a press. */
let hindrance: Hindrance | null;
let focusBadge = () => false;

interface World {
  accepts?: (event: Event) => boolean;
  staysWithout?: () => boolean;
}

function open({ accepts = () => true, staysWithout = () => false }: World = {}): Overlay {
  const post = document.querySelector("article");
  const overlay = openOverlay({
    page: document,
    css: "",
    direction: "ltr",
    lang: "en",
    title: "Fanswer",
    find: () => post && { post, badge: () => post.getBoundingClientRect(), editor: null },
    staysWithout,
    onWhere: () => {},
    onClose,
    onHide,
    accepts,
    watchSight: () => ({ hindrance: () => hindrance }),
    nowMs: Date.now,
    onRefused: (why) => refused.push(why),
    focusBadge: () => focusBadge(),
    signal: life.signal,
  });
  overlay.mount.innerHTML = "<div role=dialog tabindex=-1><button>one</button><button>two</button><textarea></textarea></div>";
  return overlay;
}

const host = () => document.documentElement.lastElementChild as HTMLElement;
const buttonIn = ({ mount }: Overlay) => mount.querySelector("button") as HTMLButtonElement;
const keydown = (target: EventTarget | null, key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...more });
  target?.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  life = new AbortController();
  onClose = vi.fn();
  onHide = vi.fn();
  refused = [];
  hindrance = null;
  focusBadge = () => false;
  document.body.innerHTML = "<article>post</article><button id=before>badge</button>";
});
afterEach(() => life.abort());

describe("the page", () => {
  test("sees one element without a word, outside of its own tree", () => {
    open();
    expect(host().parentElement).toBe(document.documentElement);
    expect(host().shadowRoot).toBeNull();
    expect(host().getAttributeNames().sort()).toEqual(["popover", "style"]);
    life.abort();
    expect(document.documentElement.lastElementChild).toBe(document.body);
  });

  test("hears nothing of what happens inside: it is another document", () => {
    const heard = vi.fn();
    const types = [
      "keydown",
      "keyup",
      "keypress",
      "beforeinput",
      "input",
      "paste",
      "copy",
      "cut",
      "click",
      "pointerdown",
      "selectionchange",
    ];
    for (const type of types)
      for (const target of [window, document]) target.addEventListener(type, heard, { capture: true, signal: life.signal });
    const overlay = open();
    expect(overlay.mount.ownerDocument).not.toBe(document);
    for (const type of types) overlay.mount.querySelector("textarea")?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(heard).not.toHaveBeenCalled();
  });

  test("does not have the card when its post is gone", () => {
    document.querySelector("article")?.remove();
    open();
    expect(host().style.visibility).toBe("hidden");
  });

  test("has it in a corner when it was asked for elsewhere", () => {
    document.querySelector("article")?.remove();
    open({ staysWithout: () => true });
    expect(host().style.visibility).toBe("visible");
  });
});

describe("the focus", () => {
  test("is given to the badge, wherever that stands by now", () => {
    const overlay = open();
    overlay.takeFocus();
    buttonIn(overlay).focus();
    focusBadge = vi.fn(() => true);
    Object.defineProperty(document, "activeElement", { value: host(), configurable: true });
    life.abort();
    Reflect.deleteProperty(document, "activeElement");
    expect(focusBadge).toHaveBeenCalledOnce();
  });

  test("stays where it is when the card did not have it", () => {
    focusBadge = vi.fn(() => true);
    open();
    document.getElementById("before")?.focus();
    life.abort();
    expect(focusBadge).not.toHaveBeenCalled();
  });

  test("is not taken from somebody who types on the page", () => {
    document.body.insertAdjacentHTML("beforeend", "<textarea id=site></textarea>");
    const field = document.getElementById("site");
    field?.focus();
    open().takeFocus();
    expect(document.activeElement).toBe(field);
  });
});

describe("a press", () => {
  test("that no person made does nothing", () => {
    const pressed = vi.fn();
    const button = buttonIn(open({ accepts: (event) => event.isTrusted }));
    button.addEventListener("click", pressed);
    button.click();
    keydown(button, "Escape");
    expect(pressed).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
  });

  test.each(["covered", "unsettled"] as const)("on a card that is %s does nothing, and says so", (why) => {
    const pressed = vi.fn();
    const button = buttonIn(open());
    button.addEventListener("click", pressed);
    hindrance = why;
    button.click();
    expect(pressed).not.toHaveBeenCalled();
    expect(refused).toEqual([why]);
    hindrance = null;
    button.click();
    expect(pressed).toHaveBeenCalledOnce();
    expect(refused).toEqual([why, null]);
  });

  test("that does nothing by itself is nobody's business: a click into the text, a click on Close", () => {
    const overlay = open();
    hindrance = "covered";
    const closed = vi.fn();
    overlay.mount.insertAdjacentHTML("beforeend", "<span data-harmless><button id=x>x</button></span>");
    const close = overlay.mount.querySelector<HTMLElement>("#x");
    close?.addEventListener("click", closed);
    close?.click();
    overlay.mount.querySelector("textarea")?.click();
    expect(closed).toHaveBeenCalledOnce();
    expect(refused).toEqual([]);
  });

  describe("under which the card changed", () => {
    const slide = (overlay: Overlay, change: () => void) => {
      const button = buttonIn(overlay);
      const pointer = (type: string, target: Element) =>
        target.dispatchEvent(new PointerEvent(type, { bubbles: true, isPrimary: true, button: 0, pointerType: "mouse" }));
      pointer("pointerdown", button);
      change();
      pointer("pointerup", overlay.mount);
    };

    test("is the button's on which it began, if the card was seen", async () => {
      const overlay = open({ accepts: (event) => event.type !== "click" });
      const pressed = vi.fn();
      buttonIn(overlay).addEventListener("click", pressed);
      slide(overlay, () => {});
      await vi.waitFor(() => expect(pressed).toHaveBeenCalledOnce());
      hindrance = "unsettled";
      slide(overlay, () => {});
      await vi.waitFor(() => expect(refused).toEqual([null, "unsettled"]));
      expect(pressed).toHaveBeenCalledOnce();
    });

    test("says so where the button is gone", async () => {
      const overlay = open();
      slide(overlay, () => buttonIn(overlay).remove());
      await vi.waitFor(() => expect(refused).toEqual(["unsettled"]));
    });
  });

  test("of a key is judged as well: a shortcut, and Ctrl+Enter in the text", () => {
    const overlay = open();
    const heard = vi.fn();
    overlay.mount.addEventListener("keydown", heard);
    hindrance = "covered";
    keydown(buttonIn(overlay), "u");
    keydown(overlay.mount.querySelector("textarea"), "Enter", { ctrlKey: true });
    expect(heard).not.toHaveBeenCalled();
    keydown(overlay.mount.querySelector("textarea"), "u");
    expect(heard).toHaveBeenCalledOnce();
    expect(refused).toEqual(["covered", "covered"]);
  });

  test("of a key that was held down from before does not press what just took the focus", () => {
    const button = buttonIn(open());
    expect(keydown(button, "Enter", { repeat: true }).defaultPrevented).toBe(true);
    expect(keydown(button, "Enter").defaultPrevented).toBe(false);
  });
});

describe("Escape", () => {
  test("closes from inside, unless something in the card took it", () => {
    const overlay = open();
    overlay.mount.addEventListener("keydown", (event) => event.preventDefault(), { once: true });
    keydown(buttonIn(overlay), "Escape");
    expect(onClose).not.toHaveBeenCalled();
    keydown(buttonIn(overlay), "Escape");
    expect(onClose).toHaveBeenCalledOnce();
  });
  test("closes also when nothing inside has the focus", () => {
    keydown(open().mount.ownerDocument.body, "Escape");
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("Tab", () => {
  test("goes round inside", () => {
    const overlay = open();
    const stops = [...overlay.mount.querySelectorAll<HTMLElement>("button, textarea")];
    stops.at(-1)?.focus();
    expect(keydown(stops.at(-1) ?? null, "Tab").defaultPrevented).toBe(true);
    expect(overlay.mount.ownerDocument.activeElement).toBe(stops[0]);
    expect(keydown(stops[0] ?? null, "Tab", { shiftKey: true }).defaultPrevented).toBe(true);
    expect(overlay.mount.ownerDocument.activeElement).toBe(stops.at(-1));
    expect(keydown(stops.at(-1) ?? null, "Tab", { shiftKey: true }).defaultPrevented).toBe(false);
  });
});
