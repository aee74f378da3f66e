import { watchTheme } from "../../lib/page/theme.ts";
import { type Box, clearOf, placeCard } from "./position.ts";

export interface OverlayDeps {
  readonly page: Document;
  readonly css: string;
  /** Direction of the interface's own language. */
  readonly direction: "ltr" | "rtl";
  /** The post, the badge in it and the site's open reply box, as they stand on the page now; null while the post is not there. */
  readonly find: () => { readonly post: Element; readonly anchor: Element; readonly editor: Element | null } | null;
  readonly onClose: () => void;
  /** The card left the screen with its post. */
  readonly onHide: () => void;
  /** Whether a person caused this event. A page can reach us, but it cannot make a trusted event. */
  readonly accepts: (event: Event) => boolean;
  readonly signal: AbortSignal;
}

const guarded = ["click", "auxclick", "keydown", "input", "change", "paste", "drop"];
const silenced = [
  ...guarded,
  "keyup",
  "keypress",
  "mousedown",
  "mouseup",
  "pointerdown",
  "pointerup",
  "touchstart",
  "touchend",
  "dblclick",
  "copy",
  "cut",
  "focusin",
];
const focusable = "button, input, textarea, a[href]";
/** How often the post is looked up again, since pages replace their nodes without a scroll. */
const lookMs = 400;

/**
 * A layer of our own above the page, in the top layer and a closed shadow root: stands beside the post, follows it,
 * goes when `signal` aborts and gives the focus back. Returns the element to render into.
 */
export function openOverlay(deps: OverlayDeps): HTMLElement {
  const { page, signal } = deps;
  const before = page.activeElement;
  const host = page.createElement("div");
  host.popover = "manual";
  host.dir = deps.direction;
  // Inline with priority: no style sheet of the page reaches it, and shadow styles would lose to the page's.
  const style = {
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
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, "important");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = page.createElement("style");
  sheet.textContent = deps.css;
  const mount = page.createElement("div");
  root.append(sheet, mount);

  for (const type of guarded) root.addEventListener(type, (event) => deps.accepts(event) || refuse(event), { capture: true });
  for (const type of silenced) host.addEventListener(type, (event) => event.stopPropagation());
  root.addEventListener("keydown", (event) => onKey(event as KeyboardEvent, root, deps.onClose));

  page.documentElement.append(host);
  host.showPopover?.();
  watchTheme(page, (theme) => host.style.setProperty("color-scheme", theme, "important"), signal);
  follow(host, mount, deps);
  signal.addEventListener("abort", () => {
    host.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  return mount;
}

function refuse(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Escape closes; Tab goes round inside, since the card is at the end of an endless page. */
function onKey(event: KeyboardEvent, root: ShadowRoot, close: () => void): void {
  if (event.key === "Escape" && !event.isComposing) close();
  if (event.key !== "Tab") return;
  const stops = [...root.querySelectorAll<HTMLElement>(focusable)].filter((stop) => stop.checkVisibility());
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (root.activeElement !== from && root.activeElement?.matches(focusable)) return;
  event.preventDefault();
  to?.focus();
}

/** The largest box around the editor that does not fill the window: the reply box with its sender, recipient and Post button. */
function composerBox(editor: Element, view: { width: number; height: number }): Box {
  let box = editor.getBoundingClientRect();
  for (let around = editor.parentElement; around; around = around.parentElement) {
    const outer = around.getBoundingClientRect();
    if (outer.width * outer.height > (view.width * view.height) / 3) break;
    box = outer;
  }
  return box;
}

/** Keeps the card beside its post until the signal aborts. */
function follow(host: HTMLElement, mount: HTMLElement, { page, find, onHide, signal }: OverlayDeps): void {
  let found = find();
  let shown = true;
  let frame = 0;
  const move = () => {
    frame = 0;
    const view = { width: page.documentElement.clientWidth, height: window.innerHeight };
    const isRtl = getComputedStyle(page.documentElement).direction === "rtl";
    const size = mount.getBoundingClientRect();
    const beside = found && placeCard(found.post.getBoundingClientRect(), found.anchor.getBoundingClientRect(), size, view, isRtl);
    const place = beside && found?.editor ? clearOf(beside, composerBox(found.editor, view), size, view) : beside;
    if (place) {
      host.style.setProperty("left", `${place.left}px`, "important");
      host.style.setProperty("top", `${place.top}px`, "important");
    }
    const visible = place?.visible ?? false;
    host.style.setProperty("visibility", visible ? "visible" : "hidden", "important");
    if (shown && !visible) onHide();
    shown = visible;
  };
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(move);
  };
  const timer = setInterval(() => {
    found = find();
    soon();
  }, lookMs);
  const size = new ResizeObserver(soon);
  size.observe(mount);
  window.addEventListener("scroll", soon, { capture: true, passive: true, signal });
  window.addEventListener("resize", soon, { signal });
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
    size.disconnect();
  });
  move();
}
