import { offerBadges } from "../../lib/page/badge-here.ts";
import { themeOf } from "../../lib/page/theme.ts";
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
  /** The post at `node` is this mention. Its badge shows `first` until the background has said more; nothing until then when that is empty. */
  put(node: Element, mentionId: string, first: readonly BadgeShown[]): void;
  /** Removes the badge of the post at `node`. */
  take(node: Element): void;
  /** Removes the badges of a post that is no mention after all. */
  drop(mentionId: string): void;
  /** Forgets a mention that no post on the page is; false when one is. */
  forget(mentionId: string): boolean;
  /** All that the communities say of a mention. */
  set(mentionId: string, states: readonly BadgeShown[]): void;
  /** Takes in what became of mentions, each in one community; those that have no badge here are passed over. */
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
  const states = new Map<string, readonly BadgeShown[]>();
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
    const told = states.get(mentionId);
    if (told?.length && (badge ?? draw(node, mentionId)).show(told, nowMs())) placeSoon(node);
  };
  const draw = (node: Element, mentionId: string): Badge => {
    const press = (at: number): void => {
      const state = states.get(mentionId)?.[at];
      pressed = badge;
      if (state) onPress(state);
    };
    const badge: Badge = createBadge(node, { page, css, accepts, onPress: press });
    badge.setTheme(themeOf(page));
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
    for (const [node, each] of shown) {
      paint(node, each);
      each.badge?.setTheme(themeOf(page));
    }
  };

  const postsOf = (id: string) => [...shown].filter(([, { mentionId }]) => mentionId === id);
  const set: Badges["set"] = (id, told) => {
    if (!states.has(id)) return;
    states.set(id, told);
    for (const [node, each] of postsOf(id)) paint(node, each);
  };

  offerBadges((id) => {
    const drawn = postsOf(id).flatMap(([, { badge }]) => (badge?.host.isConnected ? badge : []));
    return drawn.find((badge) => badge === pressed) ?? drawn[0] ?? null;
  }, signal);
  // A clock that shows seconds needs them; the page may have become dark meanwhile.
  const ticking = setInterval(paintAll, 1000);
  signal.addEventListener("abort", () => {
    clearInterval(ticking);
    sizes.disconnect();
    for (const [node] of shown) take(node);
  });

  return {
    put(node, mentionId, first) {
      if (shown.get(node)?.mentionId === mentionId) return;
      take(node);
      if (!states.get(mentionId)?.length) states.set(mentionId, first);
      const fresh = { badge: null, mentionId };
      shown.set(node, fresh);
      paint(node, fresh);
    },
    take,
    drop(mentionId) {
      states.delete(mentionId);
      for (const [node] of postsOf(mentionId)) take(node);
    },
    forget(mentionId) {
      const isGone = postsOf(mentionId).length === 0;
      if (isGone) states.delete(mentionId);
      return isGone;
    },
    set,
    update(news) {
      for (const state of news) {
        const told = states.get(state.mentionId) ?? [];
        const at = told.findIndex(({ community }) => community === state.community);
        set(state.mentionId, at < 0 ? [...told.filter(({ community }) => community), state] : told.with(at, state));
      }
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
