import { i18n } from "#i18n";
import type { BadgeHere } from "../../lib/page/badge-here.ts";
import { type BadgeShown, badgeWords } from "./words.ts";

/** What stands beside one post: a badge for each community that wants it. */
export interface Badge extends BadgeHere {
  readonly host: HTMLElement;
  /** True when it may need more or less room than before. */
  show(badges: readonly BadgeShown[], nowMs: number): boolean;
  setTheme(theme: "light" | "dark"): void;
  /**
   * Reads where the badge belongs, beside what `findAnchor` gives; the function it gives back writes. Reads of all badges go before all writes.
   */
  measure(findAnchor: () => Element | null): () => void;
  remove(): void;
}

export interface BadgeDeps {
  readonly page: Document;
  /** Its style sheet: `badgeStyle`. */
  readonly css: string;
  /** `at`: which of those shown. */
  readonly onPress: (at: number) => void;
  /** Whether a person caused this event: a page can reach our button, but it cannot make a trusted event. */
  readonly accepts: (event: Event) => boolean;
}

/** What the site must not hear: it opens the post on any click in it and has keys of its own. */
const silenced = [
  "click",
  "auxclick",
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "keydown",
  "keyup",
  "keypress",
];

/** Inline and with priority, so that no style sheet of the page reaches it; without size, so that nothing moves. */
const hostStyle = ["all:initial", "position:absolute", "width:0", "height:0", "overflow:visible", "z-index:1", ""].join("!important;");
const silence = (event: Event): void => event.stopPropagation();

const gap = 8;
/** How long and how high the sign alone is, in CSS pixels. */
const size = 20;
/** How long each of several is, with the first letters of its community and the space behind it. */
const sizeOfMany = 44;
/** What a badge needs beside its words, in CSS pixels: sign, spaces, edges. */
const besides = 32;
/** What the site itself keeps at the end of a post's first line, in CSS pixels: its menu. */
const reserved = 84;

/** Makes the badges of the post at `node`. They are drawn once the host is appended to the node, and follow nothing by themselves. */
export function createBadge(node: Element, { page, css, onPress, accepts }: BadgeDeps): Badge {
  const host = page.createElement("div");
  host.style.cssText = hostStyle;
  const sheet = page.createElement("style");
  sheet.textContent = css;
  const row = page.createElement("div");
  host.attachShadow({ mode: "closed" }).append(sheet, row);
  const buttons: HTMLButtonElement[] = [];
  let pressed = 0;

  const life = new AbortController();
  const { signal } = life;
  for (const type of silenced) host.addEventListener(type, silence);
  const setNear = (isNear: boolean) => () => row.classList.toggle("near", isNear);
  for (const type of ["pointerenter", "focusin"]) node.addEventListener(type, setNear(true), { signal });
  for (const type of ["pointerleave", "focusout"]) node.addEventListener(type, setNear(false), { signal });

  const addButton = (at: number): HTMLButtonElement => {
    const button = page.createElement("button");
    const words = page.createElement("span");
    words.className = "words";
    words.dir = "auto";
    button.append(createIcon(page), words);
    const press = (event: Event): void => {
      if (!accepts(event)) return;
      pressed = at;
      onPress(at);
    };
    button.addEventListener("click", press, { signal });
    row.append(button);
    return button;
  };

  let shown = "";
  let anchor: Element | null = null;
  return {
    host,
    show(badges, nowMs) {
      const before = shown;
      const says = badges.map((badge) => [badge.isPraise ? "praise" : badge.state, badgeWords(badge, nowMs), badge.brand] as const);
      shown = says.join();
      if (shown === before) return false;
      while (buttons.length > says.length) buttons.pop()?.remove();
      says.forEach(([state, text, brand], at) => {
        buttons[at] ??= addButton(at);
        const button = buttons[at];
        const words = button.lastChild as HTMLElement;
        words.textContent = text;
        // The style sheet writes the name before the words, set apart from their direction.
        if (brand) words.dataset.brand = brand;
        button.dataset.state = state;
        button.ariaLabel = state === "unknown" ? i18n.t("badge.unknown") : null;
        button.hidden = state === "dismissed";
      });
      // Digits are all of one width.
      return shown.length !== before.length;
    },
    box: () => row.getBoundingClientRect(),
    focus: () => buttons[pressed]?.focus({ preventScroll: true }),
    setTheme(theme) {
      if (host.style.colorScheme !== theme) host.style.setProperty("color-scheme", theme, "important");
    },
    measure(findAnchor) {
      if (!anchor?.isConnected) anchor = findAnchor();
      const width = buttons.reduce((sum, { lastElementChild: words }) => sum + besides + (words?.scrollWidth ?? 0), 0);
      const { inset, isTight } = placeBadge(node, host, anchor, width, buttons.length);
      return () => {
        row.style.inset = inset;
        row.classList.toggle("tight", isTight);
      };
    },
    remove() {
      life.abort();
      host.remove();
    },
  };
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** An empty sign: the style sheet draws the one that goes with the state. */
function createIcon(page: Document): SVGElement {
  const icon = page.createElementNS(svgNamespace, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.ariaHidden = "true";
  icon.append(page.createElementNS(svgNamespace, "path"));
  return icon;
}

interface Place {
  /** Of the badge within the host: its upper edge and the one that stands still while its words come and go. */
  readonly inset: string;
  readonly isTight: boolean;
}

/**
 * Beside the words of the anchor, in the direction of the text; in the post's upper corner when it is not drawn. Where its words have no room
 * it never passes the post's edge, beyond which the page may cover it, and they open over what stands before it.
 */
function placeBadge(node: Element, host: Element, anchor: Element | null, width: number, count: number): Place {
  const isRtl = getComputedStyle(node).direction === "rtl";
  const origin = host.getBoundingClientRect();
  const post = node.getBoundingClientRect();
  const words = host.ownerDocument.createRange();
  if (anchor) words.selectNodeContents(anchor);
  const drawn = words.getBoundingClientRect();
  const at = drawn.width > 0 ? drawn : new DOMRect(isRtl ? post.right : post.left, post.top, 0, 24);
  const along = isRtl ? -1 : 1;
  const start = (isRtl ? at.left : at.right) + gap * along;
  const room = ((isRtl ? post.left : post.right) - start) * along;
  const isTight = width > room - reserved;
  const x = start - origin.left + (isTight ? Math.min(count > 1 ? sizeOfMany * count : size, room) * along : 0);
  const y = at.top + at.height / 2 - 10 - origin.top;
  return { inset: isRtl !== isTight ? `${y}px ${-x}px auto auto` : `${y}px auto auto ${x}px`, isTight };
}
