/** What a person looks for: an element by what it is and what it is called. */
export interface Query {
  readonly role: "button" | "textbox" | "checkbox" | "radio" | "link" | "alert" | "text";
  /** Its accessible name, whole or, with `part`, somewhere in it. */
  readonly name: string;
  readonly part?: boolean;
  /** Only what stands in shadow roots: on a site's page, what the extension drew. */
  readonly inShadow?: boolean;
  /** Only at the height of the first element of this selector that says these words, brought into the viewport. */
  readonly beside?: { readonly selector: string; readonly words: string };
}

/** Where it is in the viewport, in CSS pixels, and what it says. */
export interface FoundElement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  /** Value of a field, else its text. */
  readonly text: string;
  readonly disabled: boolean;
}

/**
 * Everything on the page that the query means, closed shadow roots and the frames in them included where the browser lets the extension
 * look into its own. Runs inside the page: it must not use anything outside of itself.
 */
export function findAll(query: Query): FoundElement[] {
  interface Opener {
    dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  }
  const { chrome } = globalThis as { chrome?: Opener };
  const rootOf = (element: Element): ShadowRoot | null => {
    const own = element as { openOrClosedShadowRoot?: ShadowRoot | null };
    if (own.openOrClosedShadowRoot) return own.openOrClosedShadowRoot;
    if (element instanceof HTMLElement && chrome?.dom) return chrome.dom.openOrClosedShadowRoot(element);
    return element.shadowRoot;
  };
  const roleSelectors: Record<Query["role"], string> = {
    button: "button, [role=button], summary, input[type=submit]",
    textbox: "textarea, [role=textbox], input:not([type]), input[type=text], input[type=search], input[type=url]",
    checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
    radio: "input[type=radio], [role=radio]",
    link: "a[href], [role=link]",
    alert: "[role=alert], [role=status]",
    text: "*",
  };
  const clean = (text: string | null | undefined) =>
    (text ?? "")
      .replace(/[\u2066-\u2069\u200e\u200f]/g, "")
      .replace(/\s+/g, " ")
      .trim();
  const nameOf = (element: Element): string => {
    const scope = element.getRootNode() as Document | ShadowRoot;
    const by = element.getAttribute("aria-labelledby");
    if (by)
      return clean(
        by
          .split(" ")
          .map((id) => scope.getElementById(id)?.textContent ?? "")
          .join(" "),
      );
    const label = element.getAttribute("aria-label");
    if (label) return clean(label);
    const { labels } = element as HTMLInputElement;
    if (labels?.length) return clean(labels[0]?.textContent);
    // What a style sheet writes is a part of the name, too: the community before a badge's words.
    const brand = element.querySelector<HTMLElement>("[data-brand]")?.dataset.brand ?? "";
    return clean(`${brand} ${element.textContent}`);
  };
  const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const found: FoundElement[] = [];
  const neighbour =
    query.beside &&
    [...document.querySelectorAll(query.beside.selector)].find((each) => each.textContent?.includes(query.beside?.words ?? ""));
  if (query.beside && !neighbour) return [];
  const isOff = ({ top, bottom }: DOMRect) => top < 0 || bottom > innerHeight;
  if (neighbour && isOff(neighbour.getBoundingClientRect())) neighbour.scrollIntoView({ block: "center", behavior: "instant" });
  const isBeside = (box: DOMRect) => {
    if (!neighbour) return true;
    const { top, bottom } = neighbour.getBoundingClientRect();
    const middle = box.y + box.height / 2;
    return middle > top && middle < bottom;
  };
  const isWanted = (element: Element) => {
    if (query.role === "text" && (element.tagName === "STYLE" || element.tagName === "SCRIPT")) return false;
    const name = nameOf(element);
    if (query.part ? !name.includes(query.name) : name !== query.name) return false;
    // Of nested elements with the same text, only the innermost.
    if (query.role === "text" && [...element.children].some((child) => clean(child.textContent).includes(query.name))) return false;
    return visible(element);
  };
  /** `left`, `top`: where the root's document stands in the window. */
  const search = (root: Document | ShadowRoot, left = 0, top = 0) => {
    const boxOf = (element: Element) => {
      const box = element.getBoundingClientRect();
      return new DOMRect(box.x + left, box.y + top, box.width, box.height);
    };
    const candidates = query.inShadow && root === document ? [] : root.querySelectorAll(roleSelectors[query.role]);
    for (const element of candidates) {
      if (!isWanted(element)) continue;
      if (!isBeside(boxOf(element))) continue;
      if (isOff(boxOf(element))) element.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = boxOf(element);
      const { value, disabled } = element as HTMLInputElement;
      // The lines of an editor are blocks, which only the rendered text breaks.
      const text = element.matches("textarea, input") ? value : (element as HTMLElement).innerText;
      const off = disabled === true || element.getAttribute("aria-disabled") === "true";
      found.push({ x, y, width, height, name: nameOf(element), text, disabled: off });
    }
    for (const element of root.querySelectorAll("*")) {
      const shadow = rootOf(element);
      if (shadow) search(shadow, left, top);
      const inside = query.inShadow && root !== document && element instanceof HTMLIFrameElement ? element.contentDocument : null;
      if (inside && visible(element)) search(inside, boxOf(element).x, boxOf(element).y);
    }
  };
  search(document);
  return found;
}
