import { effect } from "@preact/signals";
import { Card, type CardProps, isOwnWrong } from "../../components/card/card.tsx";
import type { NextPostProps } from "../../components/card/next-post.tsx";
import type { Overlay } from "../../components/card/overlay.ts";
import type { Answering } from "../../components/composer/actions.ts";
import { openAnswer } from "../../components/composer/control.ts";
import { isHolding } from "../../components/composer/flow.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { badgeHere } from "../../lib/page/badge-here.ts";
import type { WrongEnding } from "../../lib/schema/second-look.ts";
import type { SiteAdapter } from "../../lib/sites/adapter.ts";
import { profiles } from "../../lib/sites/profiles.ts";
import { createPlacing, type Placing } from "./placing.ts";
import { type CardSight, drawCard, type ShowDeps } from "./show-card.tsx";

export interface CardDeps extends Pick<ShowDeps, "page" | "accepts" | "watchSight"> {
  readonly adapter: SiteAdapter;
  readonly ask: typeof Ask;
  readonly clipboard: Pick<Clipboard, "writeText">;
}

/**
 * The card of one mention in this tab. Put away while the member is on the post, it stays on it: the hold is kept alive and the
 * published reply still noticed. Put away otherwise, it ends.
 */
export interface TabCard {
  /** `awaited`: the member asked for it elsewhere, and the page may not show the post yet. */
  show(awaited?: boolean): void;
  hide(): void;
  refresh(): void;
}

/** Shows it; it lives until it is put away idle or `signal` aborts, and then calls `onEnd`. What was typed is saved when it is put away. */
export function openTabCard(mentionId: string, deps: CardDeps, onEnd: () => void, signal: AbortSignal, awaited = false): TabCard {
  const { page, adapter, ask, clipboard } = deps;
  const life = new AbortController();
  const placing = createPlacing({ mentionId, page, adapter, ask, clipboard });
  const answering: Answering = openAnswer(mentionId, {
    ask,
    nowMs: Date.now,
    isVisible: () => page.visibilityState === "visible",
    thread: placing.thread,
    place: placing.place,
    watch: placing.watch,
    signal: life.signal,
  });
  const next: NextPostProps = {
    get: () => ask("next.get", { mentionId }),
    async open({ id }) {
      const { opened } = await goTo(id, deps);
      if (opened) hide();
    },
  };
  const amending = amendOwn(mentionId, answering, placing, { ...deps, signal: life.signal });
  const save = () => void answering.flush();
  let view: AbortController | null = null;
  let overlay: Overlay | null = null;
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
  const show: TabCard["show"] = (isAwaited = false) => {
    if (view !== null) return overlay?.takeFocus();
    view = new AbortController();
    const { signal } = view;
    const onSettled = () => void ask("card.settled", { mentionId }).catch(() => {});
    const draw = (now: CardSight) => <AnswerCard {...{ answering, now, next, amending }} onClose={hide} />;
    overlay = drawCard({ ...deps, mentionId, draw, find: placing.find, isAwaited, onSettled, onClose: hide, onHide: save, signal });
  };
  show(awaited);
  // Given back, posted or lost while it was put away.
  const stopWatching = effect(endIfIdle);

  page.addEventListener("visibilitychange", save, { signal: life.signal });
  addEventListener("pagehide", save, { signal: life.signal });
  signal.addEventListener("abort", end, { signal: life.signal });
  life.signal.addEventListener("abort", stopWatching);
  return { show, hide, refresh: () => void answering.refresh() };
}

/** To a post that stands on this page, else to its own. */
async function goTo(mentionId: string, { ask, page }: Pick<CardDeps, "ask" | "page">): Promise<{ opened: boolean }> {
  const box = badgeHere(mentionId)?.box();
  const view = page.defaultView;
  if (!box || !view) return ask("next.open", { mentionId });
  view.scrollBy({ top: box.top - view.innerHeight / 3, behavior: "instant" });
  await ask("card.open", { mentionId });
  return { opened: true };
}

/** Of an answer that was found wrong: what its author says came of it, and its correction where the page shows one. */
function amendOwn(
  mentionId: string,
  answering: Answering,
  placing: Placing,
  { ask, adapter, signal }: Pick<CardDeps, "ask" | "adapter"> & { readonly signal: AbortSignal },
): NonNullable<CardProps["amending"]> {
  const end = async (ending: WrongEnding, url: string | null) => {
    // What is refused shows by the card that stays as it is.
    await ask("second_look.end", { mentionId, ending, url }).catch(() => {});
    await answering.refresh();
  };
  let isWatching = false;
  const stop = effect(() => {
    const { card } = answering.flow.value;
    const found = card && isOwnWrong(card) ? card.mention.secondLook?.found : null;
    if (isWatching || !card?.mention.reply || !found) return;
    isWatching = true;
    void placing
      .watchCorrection(card.mention.reply, Date.parse(found.at), signal)
      .then((correction) => correction && end("corrected", correction.url));
  });
  signal.addEventListener("abort", stop);
  return { amend: profiles[adapter.site].amend, onEnd: (ending) => void end(ending, null) };
}

interface AnswerCardProps extends Pick<CardProps, "amending"> {
  answering: Answering;
  now: CardSight;
  next: NextPostProps;
  onClose: () => void;
}

function AnswerCard({ answering, now, next, amending, onClose }: AnswerCardProps) {
  const link = answering.flow.value.card?.mention.permalink ?? null;
  const away = now.isAway ? { link: link?.startsWith("https://") && link !== location.href ? link : null } : null;
  return <Card answering={answering} nowMs={now.nowMs} way="place" refused={now.refused} {...{ away, next, amending }} onClose={onClose} />;
}
