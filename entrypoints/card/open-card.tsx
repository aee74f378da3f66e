import { signal as createSignal, type ReadonlySignal } from "@preact/signals";
import { render } from "preact";
import css from "../../components/card/card.css?inline";
import { Card } from "../../components/card/card.tsx";
import { openOverlay } from "../../components/card/overlay.ts";
import { type Answering, openAnswer } from "../../components/composer/control.ts";
import { interfaceDirection } from "../../lib/i18n/direction.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import type { SiteAdapter } from "../../lib/sites/adapter.ts";
import { createPlacing } from "./placing.ts";

export interface CardDeps {
  readonly page: Document;
  readonly adapter: SiteAdapter;
  readonly ask: typeof Ask;
  readonly clipboard: Pick<Clipboard, "writeText">;
  /** Whether a person caused an event. */
  readonly accepts: (event: Event) => boolean;
}

/** The card that stands open in this tab. */
export interface OpenCard {
  readonly mentionId: string;
  refresh(): void;
  close(): void;
}

const tickMs = 1000;

function TickingCard({ answering, clock, onClose }: { answering: Answering; clock: ReadonlySignal<number>; onClose: () => void }) {
  return <Card answering={answering} nowMs={clock.value} way="place" onClose={onClose} />;
}

/** Shows the card of one mention until it is closed or `signal` aborts; what was typed is saved when it goes. */
export function openCard(mentionId: string, { page, adapter, ask, clipboard, accepts }: CardDeps, signal: AbortSignal): OpenCard {
  const life = new AbortController();
  const placing = createPlacing({ mentionId, page, adapter, ask, clipboard });
  const answering = openAnswer(mentionId, {
    ask,
    nowMs: Date.now,
    isVisible: () => page.visibilityState === "visible",
    place: placing.place,
    watch: placing.watch,
    signal: life.signal,
  });
  const save = () => void answering.flush();
  const close = () => {
    save();
    life.abort();
  };
  const mount = openOverlay({
    page,
    css,
    direction: interfaceDirection(),
    find: placing.find,
    onClose: close,
    onHide: save,
    accepts,
    signal: life.signal,
  });

  const nowMs = createSignal(Date.now());
  const timer = setInterval(() => {
    nowMs.value = Date.now();
  }, tickMs);
  render(<TickingCard answering={answering} clock={nowMs} onClose={close} />, mount);

  page.addEventListener("visibilitychange", save, { signal: life.signal });
  addEventListener("pagehide", save, { signal: life.signal });
  signal.addEventListener("abort", close, { signal: life.signal });
  life.signal.addEventListener("abort", () => {
    clearInterval(timer);
    render(null, mount);
  });
  return { mentionId, refresh: () => void answering.refresh(), close };
}
