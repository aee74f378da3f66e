import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { CardState } from "../../lib/schema/messages.ts";
import { type Busy, type Flow, type FlowEvent, heldFence, isHolding } from "./flow.ts";
import { type Loss, lossBy, lossOf } from "./losing.ts";
import { isNobodysOwn, picked, shownAgain, taken, turned, untaken, withoutSuggestion } from "./offering.ts";

/** The next flow. Pure; an event that does not fit leaves the flow as it is. */
export function nextFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case "loaded":
      return loaded(flow, event.card, event.nowMs);
    case "typed":
      return { ...flow, text: event.text, dirty: true, said: null };
    case "suggestion":
      return turned(flow, event.by);
    case "taken":
      return taken(flow);
    case "picked":
      return picked(flow, event);
    case "rejected":
      return withoutSuggestion(flow, event.source);
    case "checked":
      return { ...flow, checked: { text: event.text, problems: event.problems } };
    case "model_draft":
      return withModelDraft(flow, event.text, event.over);
    case "model_draft_read":
      return { ...flow, modelDraft: flow.modelDraft && { ...flow.modelDraft, isRead: true }, dirty: true };
    case "own_text":
      return untaken(flow);
    case "mend":
      return { ...flow, mending: true };
    case "accepted":
      return { ...flow, text: event.text, dirty: false };
    case "saving":
      return { ...flow, saving: true };
    case "saved":
      return { ...flow, saving: false, dirty: flow.dirty && flow.text !== event.text };
    case "busy":
      return { ...flow, busy: event.busy, problem: null, said: null, mending: flow.mending && event.busy !== "review" };
    case "failed":
      return failed({ ...flow, busy: null, saving: false }, event.code);
    case "finished":
      return { ...flow, busy: null, said: event.said };
    case "placed":
      return { ...flow, step: "placed", busy: null, problem: event.problem };
    case "ask_posted":
      return { ...flow, step: "confirm" };
    case "edit_again":
      return { ...flow, step: "write", problem: null };
    case "posted":
      return { ...flow, step: "done", busy: null, problem: null };
  }
}

/** What a member does to let go of a post; anything else that ends the hold was not their wish. */
const leaving: readonly Busy[] = ["give", "dismiss", "route"];

function loaded(flow: Flow, card: CardState, nowMs: number): Flow {
  const next = { ...flow, card, suggestion: shownAgain(flow, card) };
  const holds = heldFence(card, nowMs) !== null;
  if (flow.step === "done") return next;
  if (holds && !isHolding(flow.step)) {
    return { ...next, loss: null, step: "write", text: flow.dirty ? flow.text : startText(card), problem: null };
  }
  if (holds) return next;
  const isMine = card.mention.status === "answered" && (card.mention.reply === null || card.mention.reply.author.id === card.me.id);
  if (isHolding(flow.step) && isMine) return { ...next, step: "done" };
  const isWish = flow.busy !== null && leaving.includes(flow.busy);
  if (isHolding(flow.step)) return isWish ? { ...next, step: "read", problem: null } : lost(next, lossOf(flow.card, card, nowMs));
  return card.mention.status === "answered" && flow.step !== "lost" ? { ...next, step: "read" } : next;
}

const lost = (flow: Flow, loss: Loss): Flow => ({ ...flow, step: "lost", loss, problem: null });

/** A refusal that says that the post, or the member's place here, is gone ends the writing; the words stay. */
function failed(flow: Flow, problem: ErrorCode): Flow {
  const loss = isHolding(flow.step) ? lossBy(problem) : null;
  return loss === null ? { ...flow, problem } : lost(flow, loss);
}

/** What stands in the box when a member begins: their own unsent words, else the draft that is there. A suggestion is offered beside it and never entered. */
function startText(card: CardState): string {
  return card.unsentDraft ?? card.keptText ?? card.mention.draft?.text ?? "";
}

/** What a language model wrote stands in the box, unless the member typed meanwhile. It is not saved as it is: only what a person changed or read is theirs. */
function withModelDraft(flow: Flow, text: string, over: string): Flow {
  if (flow.text !== over) return flow;
  return {
    ...flow,
    text,
    modelDraft: { text, isRead: false },
    dirty: false,
    ownText: isNobodysOwn(flow) ? (flow.ownText ?? "") : flow.text,
    said: null,
  };
}
