import { watchTheme } from "../../lib/page/theme.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import { type Badge, createBadge } from "./badge.ts";

export interface BadgesDeps {
  readonly page: Document;
  readonly css: string;
  readonly nowMs: () => number;
  readonly anchor: (node: Element) => Element | null;
  readonly accepts: (event: Event) => boolean;
  readonly onPress: (state: BadgeState) => void;
}

/** The badges of a page. */
export interface Badges {
  /** The post at `node` is this mention. Its badge shows `first` until the background has said more; nothing until then when that is null. */
  put(node: Element, mentionId: string, first: BadgeState | null): void;
  /** The post at `node` has none. */
  take(node: Element): void;
  /** This post is no mention after all. */
  drop(mentionId: string): void;
  update(states: readonly BadgeState[]): void;
  /** Puts back what the site removed, and every badge to its place. */
  settle(): void;
}

/** What a post on the page is; its badge is drawn once there is something to show. */
interface Shown {
  readonly mentionId: string;
  readonly badge: Badge | null;
}

/** Keeps the badges until `signal` aborts; then nothing of them is left. */
export function createBadges({ page, css, nowMs, anchor, accepts, onPress }: BadgesDeps, signal: AbortSignal): Badges {
  const shown = new Map<Element, Shown>();
  const states = new Map<string, BadgeState>();
  let theme: "light" | "dark" = "light";
  let isAsked = false;

  const paint = (): void => {
    for (const [node, { badge, mentionId }] of shown) {
      const state = states.get(mentionId);
      if (state) (badge ?? create(node, mentionId)).show(state, nowMs());
    }
  };
  const place = (): void => {
    isAsked = false;
    const moves = [...shown].map(([node, { badge }]) => badge?.measure(anchor(node)));
    for (const move of moves) move?.();
  };
  const placeSoon = (): void => {
    if (!isAsked && !signal.aborted) requestAnimationFrame(place);
    isAsked = true;
  };
  const sizes = new ResizeObserver(placeSoon);
  const take = (node: Element): void => {
    sizes.unobserve(node);
    shown.get(node)?.badge?.remove();
    shown.delete(node);
  };
  const create = (node: Element, mentionId: string): Badge => {
    const press = (): void => {
      const state = states.get(mentionId);
      if (state) onPress(state);
    };
    const badge = createBadge(node, { page, css, accepts, onPress: press });
    badge.setTheme(theme);
    shown.set(node, { badge, mentionId });
    node.append(badge.host);
    sizes.observe(node);
    return badge;
  };

  watchTheme(
    page,
    (now) => {
      theme = now;
      for (const { badge } of shown.values()) badge?.setTheme(theme);
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
    put(node, mentionId, first) {
      if (shown.get(node)?.mentionId === mentionId) return;
      take(node);
      if (first && !states.has(mentionId)) states.set(mentionId, first);
      shown.set(node, { badge: null, mentionId });
      paint();
      placeSoon();
    },
    take,
    drop(mentionId) {
      states.delete(mentionId);
      for (const [node, each] of shown) if (each.mentionId === mentionId) take(node);
    },
    update(news) {
      for (const state of news) states.set(state.mentionId, state);
      paint();
      placeSoon();
    },
    settle() {
      for (const [node, { badge }] of shown) {
        if (!node.isConnected) take(node);
        else if (badge && badge.host.parentNode !== node) node.append(badge.host);
      }
      placeSoon();
    },
  };
}
