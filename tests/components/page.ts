import { type ComponentChildren, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach } from "vitest";

/** Does something as a person would, and waits for what it started. */
async function acting(doing: () => void): Promise<void> {
  await act(async () => {
    doing();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

/** Renders on the test's page and waits until every effect ran. */
export function show(view: ComponentChildren): Promise<void> {
  return acting(() => render(view, document.body));
}

afterEach(() => act(() => render(null, document.body)));

/** Name of a control, as an assistive technology computes it for the cases that we have. */
export function nameOf(element: Element): string {
  const label = element.id === "" ? null : document.querySelector(`label[for="${element.id}"]`);
  const text =
    element.getAttribute("aria-label") ?? label?.textContent ?? element.closest("label")?.textContent ?? element.textContent ?? "";
  return withoutIsolates(text).replace(/\s+/g, " ").trim();
}

/** As a reader sees it: the marks around quoted words and names have no width. Marks that turn the direction of a text stay to be found. */
const withoutIsolates = (text: string) => text.replace(/[\u2068\u2069]/g, "");

const controls = "button, a, input, select, textarea, [role=dialog], [role=menuitem]";

/** The control with this name; throws, with the names there are, when there is none. */
export function control<T extends HTMLElement = HTMLElement>(name: string, root: ParentNode = document.body): T {
  const all = [...root.querySelectorAll<T>(controls)];
  const found = all.find((element) => nameOf(element) === name) ?? all.find((element) => nameOf(element).includes(name));
  if (!found) throw new Error(`no control "${name}" among: ${all.map(nameOf).join(" | ")}`);
  return found;
}

export function has(name: string): boolean {
  return [...document.body.querySelectorAll(controls)].some((element) => nameOf(element).includes(name));
}

export function press(name: string): Promise<void> {
  return acting(() => control(name).click());
}

/** Picks what has this value in a list of options. */
export function pick(name: string, value: string): Promise<void> {
  const list = control<HTMLSelectElement>(name);
  return acting(() => {
    list.value = value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Types the whole text into a field, as one input. */
export function type(name: string, text: string): Promise<void> {
  const field = control<HTMLInputElement>(name);
  return acting(() => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Chooses in a list that is named. */
export function choose(name: string, value: string): Promise<void> {
  const list = document.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
  if (!list) throw new Error(`no list "${name}"`);
  return acting(() => {
    list.value = value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

export function key(name: string, target: EventTarget = document.activeElement ?? document.body): Promise<void> {
  return acting(() => target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, composed: true, cancelable: true })));
}

export function pageText(): string {
  return withoutIsolates(document.body.textContent ?? "");
}
