import type { Pack, Signal } from "../schema/pack.ts";

/** Looks for a pack's signals. A signal that the pack leaves out is never found. */
export interface SignalFinder {
  /** Everything below `root`, in page order. */
  all(root: ParentNode, signal: Signal): Element[];
  /** Everything at or below `root`, in page order. */
  from(root: ParentNode, signal: Signal): Element[];
  /** The best below `root`: the selector trusted most that finds something `accept` agrees to. */
  first(root: ParentNode, signal: Signal, accept?: (found: Element) => boolean): Element | null;
  /** The element itself or what stands around it. */
  around(element: Element, signal: Signal): Element | null;
  /** The same, the outermost of them. */
  outer(element: Element, signal: Signal): Element | null;
  /** True when the element is one, or stands in one, that lies inside `root`. */
  within(root: Element, element: Element, signal: Signal): boolean;
  is(element: Element, signal: Signal): boolean;
  /** The whole group as one selector. */
  css(signal: Signal): string;
}

/** Matches nothing. */
const nothing = ":not(*)";

/** A finder over one pack. */
export function createFinder(pack: Pack): SignalFinder {
  const joined = new Map(Object.entries(pack.selectors).map(([signal, { find }]) => [signal, find.join()]));
  const css = (signal: Signal): string => joined.get(signal) ?? nothing;
  const all: SignalFinder["all"] = (root, signal) => [...root.querySelectorAll(css(signal))];
  const around: SignalFinder["around"] = (element, signal) => element.closest(css(signal));
  const is: SignalFinder["is"] = (element, signal) => element.matches(css(signal));
  return {
    css,
    all,
    around,
    is,
    outer(element, signal) {
      let outermost: Element | null = null;
      for (let at = around(element, signal); at; at = at.parentElement && around(at.parentElement, signal)) outermost = at;
      return outermost;
    },
    from: (root, signal) => [...(root.nodeType === 1 && is(root as Element, signal) ? [root as Element] : []), ...all(root, signal)],
    first(root, signal, accept = () => true) {
      for (const selector of pack.selectors[signal]?.find ?? []) {
        const found = [...root.querySelectorAll(selector)].find(accept);
        if (found) return found;
      }
      return null;
    },
    within(root, element, signal) {
      const found = around(element, signal);
      return found !== null && found !== root && root.contains(found);
    },
  };
}

/** The elements that lie in no other of them; both in page order. */
export function outermost(elements: readonly Element[]): Element[] {
  let last: Element | undefined;
  return elements.filter((element) => {
    if (last?.contains(element)) return false;
    last = element;
    return true;
  });
}

/** True when `second` comes after `first` in the page. */
export function follows(first: Node, second: Node): boolean {
  return (first.compareDocumentPosition(second) & 4) !== 0;
}
