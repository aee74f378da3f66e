import { watchTheme } from "../../lib/page/theme.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import { type Badge, createBadge } from "./badge.ts";

export interface BadgesDeps {
  readonly page: Document;
  readonly nowMs: () => number;
  readonly anchor: (node: Element) => Element | null;
  readonly accepts: (event: Event) => boolean;
  readonly onPress: (state: BadgeState) => void;
}

/** The badges of a page. */
export interface Badges {
  /** The post at `node` has this badge. `first` is shown until the background has said more. */
  put(node: Element, first: BadgeState): void;
  /** The post at `node` has none. */
  take(node: Element): void;
  update(states: readonly BadgeState[]): void;
  /** Puts back what the site removed, and every badge to its place. */
  settle(): void;
}

/** Keeps the badges until `signal` aborts; then nothing of them is left. */
export function createBadges({ page, nowMs, anchor, accepts, onPress }: BadgesDeps, signal: AbortSignal): Badges {
  const shown = new Map<Element, { readonly badge: Badge; readonly mentionId: string }>();
  const states = new Map<string, BadgeState>();
  let theme: "light" | "dark" = "light";
  let isAsked = false;

  const paint = (): void => {
    for (const { badge, mentionId } of shown.values()) {
      const state = states.get(mentionId);
      if (state) badge.show(state, nowMs());
    }
  };
  const place = (): void => {
    isAsked = false;
    const moves = [...shown].map(([node, { badge }]) => badge.measure(anchor(node)));
    for (const move of moves) move();
  };
  const placeSoon = (): void => {
    if (!isAsked && !signal.aborted) requestAnimationFrame(place);
    isAsked = true;
  };
  const sizes = new ResizeObserver(placeSoon);
  const take = (node: Element): void => {
    sizes.unobserve(node);
    shown.get(node)?.badge.remove();
    shown.delete(node);
  };

  watchTheme(
    page,
    (now) => {
      theme = now;
      for (const { badge } of shown.values()) badge.setTheme(theme);
    },
    signal,
  );
  // A clock that shows seconds needs them.
  const ticking = setInterval(paint, 1000);
  signal.addEventListener("abort", () => {
    clearInterval(ticking);
    sizes.disconnect();
    for (const node of [...shown.keys()]) take(node);
  });

  return {
    put(node, first) {
      if (shown.get(node)?.mentionId === first.mentionId) return;
      take(node);
      if (!states.has(first.mentionId)) states.set(first.mentionId, first);
      const press = (): void => onPress(states.get(first.mentionId) ?? first);
      const badge = createBadge(node, { page, accepts, onPress: press });
      badge.setTheme(theme);
      shown.set(node, { badge, mentionId: first.mentionId });
      node.append(badge.host);
      sizes.observe(node);
      paint();
      placeSoon();
    },
    take,
    update(news) {
      for (const state of news) states.set(state.mentionId, state);
      paint();
      placeSoon();
    },
    settle() {
      for (const [node, { badge }] of shown) {
        if (!node.isConnected) take(node);
        else if (badge.host.parentNode !== node) node.append(badge.host);
      }
      placeSoon();
    },
  };
}
