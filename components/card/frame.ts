import { watchTheme } from "../../lib/page/theme.ts";

export interface FrameDeps {
  readonly page: Document;
  readonly css: string;
  /** Direction and language of the interface. */
  readonly direction: "ltr" | "rtl";
  readonly lang: string;
  /** What a screen reader calls the frame. */
  readonly title: string;
  /** Hears of the card's own document, and again when the browser gave the frame another one. */
  readonly onDocument: (inside: Document) => void;
  readonly signal: AbortSignal;
}

/** Where the card stands, in CSS pixels of the window. */
export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The card's place above the page. */
export interface CardFrame {
  /** All that the page can reach: one element without a word. */
  readonly host: HTMLElement;
  /** The card is rendered into this; it stands in a document that the page cannot reach. */
  readonly mount: HTMLElement;
  /** The card's own document; null while the page took the host away. */
  inside(): Document | null;
  place(spot: Spot, isShown: boolean): void;
  /** Where in the window it was last put; null before it was placed. */
  spot(): Spot | null;
  /** Whether the card should be visible now, as far as we decide it; the page may hide it all the same. */
  isShown(): boolean;
  /** Puts the host back in its place and form, above all else, when the page changed or removed it; true when it had to. */
  mend(): boolean;
  /** Above whatever the page put on top meanwhile. What has the focus inside keeps it. */
  raise(): void;
}

const hostStyle: Readonly<Record<string, string>> = {
  all: "initial",
  position: "fixed",
  inset: "auto",
  margin: "0",
  border: "0",
  padding: "0",
  background: "none",
  overflow: "visible",
  "z-index": "2147483647",
};
const shadow =
  "box-shadow:0 0 0 1px light-dark(rgb(0 0 0/9%),rgb(255 255 255/16%)),0 1px 2px light-dark(rgb(0 0 0/8%),rgb(0 0 0/40%)),0 8px 24px light-dark(rgb(0 0 0/14%),rgb(0 0 0/50%))";
const frameStyle = `display:block;box-sizing:border-box;inline-size:100%;block-size:100%;border:0;border-radius:8px;${shadow}`;

/**
 * A blank frame in a closed shadow root, in the top layer. A page hears every key and reads every selection in its own document, closed
 * shadow roots included; of another document it hears nothing, and to this one it has no way: it is in none of the page's lists of frames.
 */
export function openFrame(deps: FrameDeps): CardFrame {
  const { page, signal } = deps;
  const host = page.createElement("div");
  const frame = page.createElement("iframe");
  frame.title = deps.title;
  frame.style.cssText = frameStyle;
  host.attachShadow({ mode: "closed" }).append(frame);
  const sheet = page.createElement("style");
  sheet.textContent = deps.css;
  const mount = page.createElement("div");
  mount.className = "framed";

  let theme: "light" | "dark" = "light";
  let spot: Spot | null = null;
  let isShown = false;
  /** As we wrote it; whatever else stands there was written by the page. */
  let written = "";
  const write = () => {
    host.style.cssText = "";
    const { left = 0, top = 0, width = 0, height = 0 } = spot ?? {};
    const place = { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
    const all = { ...hostStyle, ...place, visibility: isShown ? "visible" : "hidden", "color-scheme": theme };
    for (const [name, value] of Object.entries(all)) host.style.setProperty(name, value, "important");
    written = host.style.cssText;
  };
  const settle = () => {
    const inside = frame.contentDocument;
    if (!inside || (mount.ownerDocument === inside && mount.isConnected)) return;
    inside.documentElement.dir = deps.direction;
    inside.documentElement.lang = deps.lang;
    inside.documentElement.style.colorScheme = theme;
    inside.body.append(sheet, mount);
    deps.onDocument(inside);
  };
  const isOnTop = () => host.showPopover === undefined || host.matches(":popover-open");
  const show = () => {
    host.popover = "manual";
    if (host.isConnected && !isOnTop()) host.showPopover();
  };

  write();
  frame.addEventListener("load", settle, { signal });
  page.documentElement.append(host);
  show();
  settle();
  watchTheme(
    page,
    (now) => {
      theme = now;
      write();
      if (frame.contentDocument) frame.contentDocument.documentElement.style.colorScheme = now;
    },
    signal,
  );
  signal.addEventListener("abort", () => host.remove());

  const isHome = () => host.parentNode === page.documentElement;
  return {
    host,
    mount,
    inside: () => frame.contentDocument,
    place(next, shown) {
      const isSame =
        spot !== null &&
        shown === isShown &&
        (["left", "top", "width", "height"] as const).every((side) => Math.abs((spot?.[side] ?? 0) - next[side]) < 0.5);
      if (isSame) return;
      spot = next;
      isShown = shown;
      write();
    },
    spot: () => spot,
    isShown: () => isShown,
    mend() {
      const isPlain = host.style.cssText === written && host.getAttributeNames().every((name) => name === "style" || name === "popover");
      if (isPlain && isHome() && isOnTop() && host.popover === "manual") return false;
      for (const name of host.getAttributeNames()) if (name !== "style" && name !== "popover") host.removeAttribute(name);
      write();
      if (!isHome()) page.documentElement.append(host);
      show();
      settle();
      return true;
    },
    raise() {
      const active = frame.contentDocument?.activeElement as HTMLElement | null | undefined;
      const hadFocus = page.activeElement === host;
      if (isOnTop()) host.hidePopover?.();
      show();
      if (hadFocus) active?.focus({ preventScroll: true });
    },
  };
}
