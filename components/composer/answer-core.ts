import { type ReadonlySignal, signal } from "@preact/signals";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { AnswerDeps } from "./actions.ts";
import { alarm } from "./alarm.ts";
import { askInOrder } from "./ask-in-order.ts";
import { type Busy, type Flow, type FlowEvent, heldFence, holdLeftMs, leaveOf, noFlow, type Said } from "./flow.ts";
import { nextFlow } from "./next-flow.ts";

/** While more suggestions are searched for they are asked for again after this long. */
const searchAgainMs = 400;

/** What every part of answering one post works with. */
export interface AnswerCore {
  readonly mentionId: string;
  readonly deps: AnswerDeps;
  readonly flow: ReadonlySignal<Flow>;
  readonly send: (event: FlowEvent) => void;
  /** Shows why something failed. */
  readonly fail: (thrown: unknown) => void;
  /** Asks the background how the post stands now; never rejects. */
  readonly refresh: () => Promise<void>;
  /** The fencing number of the member's claim; null when they do not hold the post. */
  readonly fence: () => number | null;
  /** What names the claim to the server. Throws `lease_lost` when nobody holds the post any more. */
  readonly held: () => { readonly mentionId: string; readonly fence: number };
  /** Does what the member waits for, one thing at a time, and shows what came of it; `said` is told once it is done. Never rejects. */
  readonly during: (busy: Busy, work: () => Promise<unknown>, said?: Said | null) => Promise<void>;
}

/** Begins with one mention and lives until `deps.signal` aborts. */
export function openCore(mentionId: string, deps: AnswerDeps): AnswerCore {
  const flow = signal(noFlow);
  const send = (event: FlowEvent) => {
    if (!deps.signal.aborted) flow.value = nextFlow(flow.value, event);
  };
  const fail = (thrown: unknown) => send({ type: "failed", code: errorCode(thrown) });
  const load = loader({ mentionId, deps, flow, send }, () => void refresh());
  const refresh = () => load().catch(fail);
  return {
    ...{ mentionId, deps, flow, send, fail, refresh },
    fence: () => flow.value.card && heldFence(flow.value.card, deps.nowMs()),
    held() {
      const claim = flow.value.card?.mention.claim;
      if (!claim) throw new FanswerError("lease_lost");
      return { mentionId, fence: claim.fence };
    },
    async during(busy, work, said = null) {
      if (flow.value.busy !== null) return;
      send({ type: "busy", busy });
      try {
        await work();
        await load();
        // What was let go of stays on the post for whoever is next.
        if (leaveOf(said) !== null) await deps.ask("text.drop", { mentionId }).catch(() => {});
        send({ type: "finished", said });
      } catch (thrown) {
        fail(thrown);
        await refresh();
      }
    },
  };
}

/** Asks the background for the card and shows it; has it asked again when the hold ends, or while suggestions are still looked for. */
function loader({ mentionId, deps, flow, send }: Pick<AnswerCore, "mentionId" | "deps" | "flow" | "send">, refresh: () => void) {
  const beginAsking = askInOrder();
  const atEnd = alarm(refresh, deps.signal);
  const whileSearching = alarm(refresh, deps.signal);
  return async () => {
    const isNews = beginAsking();
    const card = await deps.ask("card.state", { mentionId, thread: [...(deps.thread?.() ?? [])] });
    if (!isNews()) return;
    send({ type: "loaded", card, nowMs: deps.nowMs() });
    // At the moment of a loss also what the pause in typing had not saved yet is kept.
    const { step, dirty, text } = flow.value;
    if (step === "lost" && dirty && text.trim() !== "") await deps.ask("text.keep", { mentionId, text }).catch(() => {});
    // At its end a hold is over, whatever else happens.
    atEnd(holdLeftMs(card, deps.nowMs()));
    whileSearching(card.isSearching ? searchAgainMs : null);
  };
}
