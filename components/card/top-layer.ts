/** How both browsers let an extension look into shadow roots that are closed to the page. */
interface Opener {
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
const { chrome } = globalThis as { readonly chrome?: Opener };
const rootOf = (element: Element): ShadowRoot | null => {
  const own = element as { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  if (own.openOrClosedShadowRoot !== undefined) return own.openOrClosedShadowRoot;
  return chrome?.dom && element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : element.shadowRoot;
};

type Root = Document | ShadowRoot;

/** The page and all of its shadow roots. Looks at every element. */
function rootsIn(root: Root): Root[] {
  const within = [...root.querySelectorAll("*")].flatMap((element) => {
    const shadow = rootOf(element);
    return shadow ? rootsIn(shadow) : [];
  });
  return [root, ...within];
}

/** A state that the browser does not know, nothing on the page can have. */
const known = [":popover-open", ":modal", ":fullscreen"].filter((state) => globalThis.CSS?.supports?.(`selector(${state})`));
const above = known.join(",");

/** What may lie over `host`, where the browser does not tell whether something does. */
export interface Covers {
  /** Something came into the top layer after `host` did. `closely`: look also into shadow roots that are new. */
  isCovered(closely: boolean): boolean;
  /** `host` was just put above everything. */
  onRaise(): void;
}

/** How long the list of shadow roots is good enough, in ms. */
const rootsMs = 1000;

/** Watches until `signal` aborts. The top layer has no order that could be asked for, so what lies below `host` is remembered. */
export function watchCovers(page: Document, host: Element, nowMs: () => number, signal: AbortSignal): Covers {
  const below = new Set<Element>();
  let roots: Root[] = [];
  let readAtMs = Number.NEGATIVE_INFINITY;
  const others = (closely: boolean) => {
    if (above === "") return [];
    if (closely || nowMs() - readAtMs > rootsMs) {
      roots = rootsIn(page);
      readAtMs = nowMs();
    }
    return roots.flatMap((root) => [...root.querySelectorAll(above)]).filter((element) => element !== host);
  };
  const onRaise = () => {
    below.clear();
    for (const element of others(true)) {
      below.add(element);
      // Put away and shown again, it is above.
      element.addEventListener("beforetoggle", () => below.delete(element), { capture: true, once: true, signal });
    }
  };
  page.addEventListener("fullscreenchange", () => below.clear(), { capture: true, signal });
  onRaise();
  return { isCovered: (closely) => others(closely).some((element) => !below.has(element)), onRaise };
}
