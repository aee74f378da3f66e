import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openOverlay } from "../../../components/card/overlay.ts";

let life: AbortController;
let onClose: ReturnType<typeof vi.fn<() => void>>;
let onHide: ReturnType<typeof vi.fn<() => void>>;

function open(accepts = (_event: Event) => true): HTMLElement {
  const post = document.querySelector("article");
  const mount = openOverlay({
    page: document,
    css: "",
    direction: "ltr",
    find: () => post && { post, anchor: post, editor: null },
    onClose,
    onHide,
    accepts,
    signal: life.signal,
  });
  mount.innerHTML = "<button>one</button><button>two</button>";
  return mount;
}

const host = () => document.documentElement.lastElementChild as HTMLElement;
const keydown = (target: Element | null, key: string) =>
  target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));

beforeEach(() => {
  life = new AbortController();
  onClose = vi.fn();
  onHide = vi.fn();
  document.body.innerHTML = "<article>post</article><button id=before>badge</button>";
});
afterEach(() => life.abort());

test("stands outside the page's own tree and gives nothing of its inside away", () => {
  open();
  expect(host().parentElement).toBe(document.documentElement);
  expect(host().shadowRoot).toBeNull();
  expect(host().attributes.length).toBeLessThanOrEqual(3);
  life.abort();
  expect(document.documentElement.lastElementChild).toBe(document.body);
});

test("gives the focus back where it was", () => {
  const badge = document.getElementById("before");
  badge?.focus();
  open().querySelector("button")?.focus();
  life.abort();
  expect(document.activeElement).toBe(badge);
});

test("the page's shortcuts do not hear what happens inside", () => {
  const heard = vi.fn();
  const types = ["keydown", "keyup", "keypress", "click", "mousedown", "pointerdown", "paste"];
  for (const type of types) document.addEventListener(type, heard, { signal: life.signal });
  const button = open().querySelector("button");
  for (const type of types) button?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  expect(heard).not.toHaveBeenCalled();
});

test("an event that no person caused does nothing", () => {
  const pressed = vi.fn();
  const button = open((event) => event.isTrusted).querySelector("button");
  button?.addEventListener("click", pressed);
  button?.dispatchEvent(new Event("click", { bubbles: true, composed: true }));
  keydown(button, "Escape");
  expect(pressed).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

test("Escape closes", () => {
  keydown(open().querySelector("button"), "Escape");
  expect(onClose).toHaveBeenCalledOnce();
});

test("says when its post is not there any more, and is not seen", () => {
  document.querySelector("article")?.remove();
  open();
  expect(host().style.visibility).toBe("hidden");
  expect(onHide).toHaveBeenCalledOnce();
});
