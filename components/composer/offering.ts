import type { CardState, Suggestion } from "../../lib/schema/messages.ts";
import type { Flow, FlowEvent } from "./flow.ts";

/** The suggestions on offer, best first. */
export function offered({ card, rejected }: Pick<Flow, "card" | "rejected">): readonly Suggestion[] {
  return card?.suggestions.filter(({ source }) => !rejected.includes(source)) ?? [];
}

/** The one suggestion, of those on offer, that stands beside the box now. */
export const shown = (flow: Flow): Suggestion | undefined => offered(flow)[flow.suggestion];

/** The suggestion, or the answer that was looked up, that stands in the box as it came, if one does. */
export function takenFrom({ card, text, picked: last }: Pick<Flow, "card" | "text" | "picked">): Suggestion | null {
  const offer = card?.suggestions.find((suggestion) => suggestion.text.trim() === text.trim());
  return offer ?? (last?.text === text ? last.suggestion : null);
}

/** Nobody wrote what the box holds: it is empty, or a suggestion as it came. */
export function isNobodysOwn(flow: Flow): boolean {
  return flow.text.trim() === "" || takenFrom(flow) !== null;
}

/** Where the suggestion on show stands now that others came or went; at first the best one that the post speaks for. */
export function shownAgain(flow: Flow, card: CardState): number {
  const source = shown(flow)?.source;
  const all = offered({ card, rejected: flow.rejected });
  const at = all.findIndex((suggestion) => (source === undefined ? suggestion.isFounded : suggestion.source === source));
  return Math.max(0, at);
}

export function turned(flow: Flow, by: 1 | -1): Flow {
  const count = offered(flow).length;
  return count === 0 ? flow : { ...flow, suggestion: (flow.suggestion + by + count) % count };
}

/** The suggestion on show stands in the box, and what stood there can be had again. */
export function taken(flow: Flow): Flow {
  const text = shown(flow)?.text;
  if (text === undefined || text === flow.text) return flow;
  return { ...flow, text, ownText: isNobodysOwn(flow) ? (flow.ownText ?? "") : flow.text, said: null };
}

/** An answer that was looked up stands in the box where it was asked for, and what stood there can be had again. */
export function picked(flow: Flow, { suggestion, from, to }: Extract<FlowEvent, { type: "picked" }>): Flow {
  const text = `${flow.text.slice(0, from)}${suggestion.text}${flow.text.slice(to)}`;
  const ownText = isNobodysOwn(flow) ? (flow.ownText ?? "") : flow.text;
  return { ...flow, text, ownText, picked: { suggestion, text }, said: null };
}

/** Back to what stood in the box before. */
export function untaken(flow: Flow): Flow {
  return flow.ownText === null ? flow : { ...flow, text: flow.ownText, ownText: null, modelDraft: null };
}

/** The unwanted one is offered no more, and gone from the box where it stands there as it came. */
export function withoutSuggestion(flow: Flow, source: string): Flow {
  const isInBox = takenFrom(flow)?.source === source;
  const next = { ...(isInBox ? untaken(flow) : flow), rejected: [...flow.rejected, source], said: null };
  return { ...next, suggestion: Math.min(flow.suggestion, Math.max(0, offered(next).length - 1)) };
}
