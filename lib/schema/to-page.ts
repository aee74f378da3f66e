import type { BadgeState, PostOffer } from "./messages.ts";

/** What the background says to the tabs; they answer nothing. */
export interface ToPage {
  "badge.update": readonly BadgeState[];
  /** Lists, consent or membership changed: ask `page.start` again. */
  "page.restart": null;
  /** Nobody is signed in to this community any more: no card of it stays on the page. */
  "page.leave": { readonly community: string };
  /** Show the card of this mention; the card script answers. `isAwaited`: asked for elsewhere, the page may not show the post yet. */
  "card.show": { readonly mentionId: string; readonly community: string; readonly isAwaited?: boolean };
  /** Ask the member whether this post may be shared; the card script answers. */
  "card.offer": PostOffer;
  /** This page shows the talk around an answered post: tell what its author writes next. */
  "thread.watch": { readonly mentionId: string; readonly community: string; readonly postId: string };
  /** The mention on the open card moved: ask `card.state` again. */
  "card.refresh": { readonly community: string; readonly mentionIds: readonly string[] };
}
export type ToPageName = keyof ToPage;
