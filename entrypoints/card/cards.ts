import type { PostOffer } from "../../lib/schema/messages.ts";
import type { ToPage } from "../../lib/schema/to-page.ts";
import type { TabCard } from "./tab-card.tsx";

/** Which card: the same post has one for each community that wants it. */
type CardOf = Pick<PostOffer, "community" | "mentionId">;
type Showing = ToPage["card.show"];

/** How the two kinds of card are opened; each calls `onEnd` when it is over. */
interface Openers {
  readonly answer: (shown: Showing, onEnd: () => void, signal: AbortSignal) => TabCard;
  readonly offer: (offer: PostOffer, onEnd: () => void, onShared: () => void, signal: AbortSignal) => TabCard;
}

interface Cards {
  show(shown: Showing): void;
  offer(offer: PostOffer): void;
  /** Ends the cards of a community in which nobody is signed in any more. */
  leave(left: ToPage["page.leave"]): void;
  refresh(moved: ToPage["card.refresh"]): void;
}

const keyOf = ({ community, mentionId }: CardOf) => `${community} ${mentionId}`;

/** The cards of a tab, of which one is shown at a time, until `life` aborts. Each stays with its community. */
export function createCards(open: Openers, life: AbortSignal): Cards {
  const cards = new Map<string, TabCard>();
  /** How long the cards of each community may stay. */
  const stays = new Map<string, AbortController>();
  const stayOf = (community: string): AbortSignal => {
    const stay = stays.get(community) ?? new AbortController();
    stays.set(community, stay);
    return AbortSignal.any([life, stay.signal]);
  };
  const put = (which: CardOf, make: (onEnd: () => void, signal: AbortSignal) => TabCard, isAwaited = false): void => {
    const key = keyOf(which);
    for (const [other, card] of cards) if (other !== key) card.hide();
    const known = cards.get(key);
    if (known) known.show(isAwaited);
    else
      cards.set(
        key,
        make(() => cards.delete(key), stayOf(which.community)),
      );
  };
  const show = (shown: Showing): void => put(shown, (onEnd, signal) => open.answer(shown, onEnd, signal), shown.isAwaited);
  return {
    show,
    offer(offer) {
      // One that is open shows what was read before.
      cards.get(keyOf(offer))?.hide();
      const { community, mentionId } = offer;
      put(offer, (onEnd, signal) => open.offer(offer, onEnd, () => show({ community, mentionId }), signal));
    },
    leave({ community }) {
      stays.get(community)?.abort();
      stays.delete(community);
    },
    refresh({ community, mentionIds }) {
      for (const mentionId of mentionIds) cards.get(keyOf({ community, mentionId }))?.refresh();
    },
  };
}
