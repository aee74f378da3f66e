import { offerBadges } from "../../lib/page/badge-here.ts";
import { watchTheme } from "../../lib/page/theme.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import { type Badge, createBadge } from "./badge.ts";
import type { BadgeShown } from "./words.ts";

export interface BadgesDeps {
  readonly page: Document;
  readonly css: string;
  readonly nowMs: () => number;
  readonly anchor: (node: Element) => Element | null;
  readonly accepts: (event: Event) => boolean;
  readonly onPress: (state: BadgeShown) => void;
}

/** The badges of a page. */
export interface Badges {
  /** The post at `node` is this mention. Its badge shows `first` until the background has said more; nothing until then when that is null. */
  put(node: Element, mentionId: string, first: BadgeShown | null): void;
  /** Removes the badge of the post at `node`. */
  take(node: Element): void;
  /** Removes the badges of a post that is no mention after all. */
  drop(mentionId: string): void;
  /** Forgets a mention that no post on the page is; false when one is. */
  forget(mentionId: string): boolean;
  /** Takes in what became of mentions; those that have no badge here are passed over. */
  update(states: readonly BadgeState[]): void;
  /** Puts back what the site removed, and every badge to its place. */
  settle(): void;
}

/** What a post on the page is; its badge is drawn once there is something to show. */
interface Known {
  readonly mentionId: string;
  readonly badge: Badge | null;
}

/** Keeps the badges until `signal` aborts; then nothing of them is left. */
export function createBadges({ page, css, nowMs, anchor, accepts, onPress }: BadgesDeps, signal: AbortSignal): Badges {
  const shown = new Map<Element, Known>();
  const states = new Map<string, BadgeShown | null>();
  let theme: "light" | "dark" = "light";
  /** The badge that was pressed last: of several on one post, the card belongs to that. */
  let pressed: Badge | null = null;

  // The browser calls this between layout and paint, where measuring costs nothing, also for what it has just begun to observe.
  const sizes = new ResizeObserver((entries) => {
    const moves = entries.map(({ target }) => shown.get(target)?.badge?.measure(() => anchor(target)));
    for (const move of moves) move?.();
  });
  const placeSoon = (node: Element): void => {
    sizes.unobserve(node);
    sizes.observe(node);
  };
  const paint = (node: Element, { mentionId, badge }: Known): void => {
    const state = states.get(mentionId);
    if (state && (badge ?? draw(node, mentionId)).show(state, nowMs())) placeSoon(node);
  };
  const draw = (node: Element, mentionId: string): Badge => {
    const press = (): void => {
      const state = states.get(mentionId);
      pressed = badge;
      if (state) onPress(state);
    };
    const badge: Badge = createBadge(node, { page, css, accepts, onPress: press });
    badge.setTheme(theme);
    shown.set(node, { badge, mentionId });
    node.append(badge.host);
    return badge;
  };
  const take = (node: Element): void => {
    if (!shown.has(node)) return;
    sizes.unobserve(node);
    shown.get(node)?.badge?.remove();
    shown.delete(node);
  };
  const paintAll = (): void => {
    for (const [node, each] of shown) paint(node, each);
  };

  offerBadges((id) => {
    const drawn = [...shown.values()].flatMap(({ mentionId, badge }) => (mentionId === id && badge?.host.isConnected ? badge : []));
    return drawn.find((badge) => badge === pressed) ?? drawn[0] ?? null;
  }, signal);
  watchTheme(
    page,
    (now) => {
      theme = now;
      for (const { badge } of shown.values()) badge?.setTheme(theme);
    },
    signal,
  );
  // A clock that shows seconds needs them.
  const ticking = setInterval(paintAll, 1000);
  signal.addEventListener("abort", () => {
    clearInterval(ticking);
    sizes.disconnect();
    for (const node of [...shown.keys()]) take(node);
  });

  return {
    put(node, mentionId, first) {
      if (shown.get(node)?.mentionId === mentionId) return;
      take(node);
      if (!states.get(mentionId)) states.set(mentionId, first);
      const fresh = { badge: null, mentionId };
      shown.set(node, fresh);
      paint(node, fresh);
    },
    take,
    drop(mentionId) {
      states.delete(mentionId);
      for (const [node, each] of shown) if (each.mentionId === mentionId) take(node);
    },
    forget(mentionId) {
      const isShown = [...shown.values()].some((each) => each.mentionId === mentionId);
      if (!isShown) states.delete(mentionId);
      return !isShown;
    },
    update(news) {
      const known = new Set(news.map(({ mentionId }) => mentionId).filter((id) => states.has(id)));
      for (const state of news) if (known.has(state.mentionId)) states.set(state.mentionId, state);
      for (const [node, each] of shown) if (known.has(each.mentionId)) paint(node, each);
    },
    settle() {
      for (const [node, { badge }] of shown) {
        if (!node.isConnected) take(node);
        else if (badge) {
          if (badge.host.parentNode !== node) node.append(badge.host);
          placeSoon(node);
        }
      }
    },
  };
}
