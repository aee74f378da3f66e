import { ShareCard } from "../../components/share/share-card.tsx";
import type { PostOffer } from "../../lib/schema/messages.ts";
import { createPlacing } from "./placing.ts";
import { drawCard } from "./show-card.tsx";
import type { CardDeps, TabCard } from "./tab-card.tsx";

/**
 * Asks the member whether the post may be shared; nothing of it was sent yet. Ends when it is put away or `signal` aborts, and then calls
 * `onEnd`; `onShared` when the post is shared.
 */
export function openShareCard(offer: PostOffer, deps: CardDeps, onEnd: () => void, onShared: () => void, signal: AbortSignal): TabCard {
  const { mentionId, sighting } = offer;
  const view = new AbortController();
  const end = () => {
    if (view.signal.aborted) return;
    view.abort();
    onEnd();
  };
  const share = async () => {
    await deps.ask("post.share", { mentionId });
    if (view.signal.aborted) return;
    end();
    onShared();
  };
  const overlay = drawCard({
    ...deps,
    mentionId,
    find: createPlacing({ ...deps, mentionId }).find,
    isAwaited: false,
    onSettled: () => {},
    onClose: end,
    onHide: () => {},
    signal: view.signal,
    draw: ({ refused }) => <ShareCard sighting={sighting} onShare={share} onClose={end} refused={refused} />,
  });
  signal.addEventListener("abort", end, { signal: view.signal });
  return { show: () => overlay.takeFocus(), hide: end, refresh: () => {} };
}
