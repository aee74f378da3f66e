import { signal as createSignal, effect, type ReadonlySignal } from "@preact/signals";
import { render } from "preact";
import css from "../../components/card/card.css?inline";
import { Card } from "../../components/card/card.tsx";
import { openOverlay } from "../../components/card/overlay.ts";
import { type Answering, openAnswer } from "../../components/composer/control.ts";
import { isHolding } from "../../components/composer/flow.ts";
import { interfaceDirection } from "../../lib/i18n/direction.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import type { SiteAdapter } from "../../lib/sites/adapter.ts";
import { createPlacing, type Placing } from "./placing.ts";

export interface CardDeps {
  readonly page: Document;
  readonly adapter: SiteAdapter;
  readonly ask: typeof Ask;
  readonly clipboard: Pick<Clipboard, "writeText">;
  /** Whether a person caused an event. */
  readonly accepts: (event: Event) => boolean;
}

/**
 * The card of one mention in this tab. Put away while the member is on the post, it stays on it: the hold is kept alive and the
 * published reply still noticed. Put away otherwise, it ends.
 */
export interface TabCard {
  show(): void;
  hide(): void;
  refresh(): void;
}

const tickMs = 1000;

/** Shows it; it lives until it is put away idle or `signal` aborts, and then calls `onEnd`. What was typed is saved when it is put away. */
export function openTabCard(mentionId: string, deps: CardDeps, onEnd: () => void, signal: AbortSignal): TabCard {
  const { page, adapter, ask, clipboard } = deps;
  const life = new AbortController();
  const placing = createPlacing({ mentionId, page, adapter, ask, clipboard });
  const answering = openAnswer(mentionId, {
    ask,
    nowMs: Date.now,
    isVisible: () => page.visibilityState === "visible",
    thread: placing.thread,
    place: placing.place,
    watch: placing.watch,
    signal: life.signal,
  });
  const save = () => void answering.flush();
  let view: AbortController | null = null;
  const end = () => {
    view?.abort();
    life.abort();
    onEnd();
  };
  const endIfIdle = () => {
    if (!isHolding(answering.flow.value.step) && view === null) end();
  };
  const hide = () => {
    save();
    view?.abort();
    view = null;
    endIfIdle();
  };
  const show = () => {
    if (view !== null) return;
    view = new AbortController();
    showCard(answering, placing, deps, { hide, save }, view.signal);
  };
  show();
  // Given back, posted or lost while it was put away.
  const stopWatching = effect(endIfIdle);

  page.addEventListener("visibilitychange", save, { signal: life.signal });
  addEventListener("pagehide", save, { signal: life.signal });
  signal.addEventListener("abort", end, { signal: life.signal });
  life.signal.addEventListener("abort", stopWatching);
  return { show, hide, refresh: () => void answering.refresh() };
}

function TickingCard({ answering, clock, onClose }: { answering: Answering; clock: ReadonlySignal<number>; onClose: () => void }) {
  return <Card answering={answering} nowMs={clock.value} way="place" onClose={onClose} />;
}

/** Draws the card over the page until `signal` aborts. */
function showCard(
  answering: Answering,
  placing: Placing,
  { page, accepts }: CardDeps,
  { hide, save }: { hide: () => void; save: () => void },
  signal: AbortSignal,
): void {
  const mount = openOverlay({
    page,
    css,
    direction: interfaceDirection(),
    find: placing.find,
    onClose: hide,
    onHide: save,
    accepts,
    signal,
  });
  const nowMs = createSignal(Date.now());
  const timer = setInterval(() => {
    nowMs.value = Date.now();
  }, tickMs);
  render(<TickingCard answering={answering} clock={nowMs} onClose={hide} />, mount);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    render(null, mount);
  });
}
