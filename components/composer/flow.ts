import type { DraftProblem } from "../../lib/schema/draft-problem.ts";
import type { ErrorCode } from "../../lib/schema/errors.ts";
import type { CardState, Suggestion } from "../../lib/schema/messages.ts";
import { liveClaim } from "../../lib/state/clock.ts";
import type { Leave } from "./leaving.ts";
import type { Loss } from "./losing.ts";

/**
 * Where a member is with one post: reading it, writing, having placed the reply, being asked whether it
 * was posted, done; or somebody else has it now.
 */
export type Step = "read" | "write" | "placed" | "confirm" | "done" | "lost";

/** What the member is waiting for. */
export type Busy = "take" | "give" | "renew" | "place" | "dismiss" | "route" | "undo" | "posted" | "model_draft" | "review";

/** Something just done, said once, perhaps with a way back. */
export type Said = "given" | "renewed" | "dismissed" | "handed_over" | "undone";

/** Everything a card, a popup row or a panel row shows of answering one post. */
export interface Flow {
  /** As the background last told it; null until it has. */
  readonly card: CardState | null;
  readonly step: Step;
  readonly text: string;
  /** The text was typed here and the background does not hold it yet. */
  readonly dirty: boolean;
  readonly saving: boolean;
  /** Which of the suggestions on offer stands beside the box, counted from 0. */
  readonly suggestion: number;
  /** Sources of suggestions that the member did not want. */
  readonly rejected: readonly string[];
  /** An answer that the member looked up, and what stood in the box once it was put there. */
  readonly picked: { readonly suggestion: Suggestion; readonly text: string } | null;
  /** What is to be said about one state of the text, as the background sees it; it sees more than is told while typing. */
  readonly checked: { readonly text: string; readonly problems: readonly DraftProblem[] } | null;
  /** A draft of a language model, and whether the member said that they have read it. */
  readonly modelDraft: { readonly text: string; readonly isRead: boolean } | null;
  /** What stood in the box before a suggestion or a language model's draft took its place; null when none has. */
  readonly ownText: string | null;
  /** The member takes up a text again that is with the reviewers. */
  readonly mending: boolean;
  /** How the post was lost; null unless it was. */
  readonly loss: Loss | null;
  readonly busy: Busy | null;
  readonly problem: ErrorCode | null;
  readonly said: Said | null;
}

export const noFlow: Flow = {
  card: null,
  step: "read",
  text: "",
  dirty: false,
  saving: false,
  suggestion: 0,
  rejected: [],
  picked: null,
  checked: null,
  modelDraft: null,
  ownText: null,
  mending: false,
  loss: null,
  busy: null,
  problem: null,
  said: null,
};

export type FlowEvent =
  | { readonly type: "loaded"; readonly card: CardState; readonly nowMs: number }
  | { readonly type: "typed"; readonly text: string }
  /** Another suggestion is shown; the box stays as it is. */
  | { readonly type: "suggestion"; readonly by: 1 | -1 }
  /** The suggestion on show goes into the box. */
  | { readonly type: "taken" }
  /** An answer that was looked up goes into the box, in place of what stands between two of its characters. */
  | { readonly type: "picked"; readonly suggestion: Suggestion; readonly from: number; readonly to: number }
  | { readonly type: "rejected"; readonly source: string }
  | { readonly type: "checked"; readonly text: string; readonly problems: readonly DraftProblem[] }
  | { readonly type: "model_draft"; readonly text: string; readonly over: string }
  | { readonly type: "model_draft_read" }
  | { readonly type: "own_text" }
  | { readonly type: "mend" }
  | { readonly type: "accepted"; readonly text: string }
  | { readonly type: "saving" }
  | { readonly type: "saved"; readonly text: string }
  | { readonly type: "busy"; readonly busy: Busy }
  | { readonly type: "failed"; readonly code: ErrorCode }
  | { readonly type: "finished"; readonly said: Said | null }
  | { readonly type: "placed"; readonly problem: ErrorCode | null }
  | { readonly type: "ask_posted" }
  | { readonly type: "edit_again" }
  | { readonly type: "posted" };

/** The fencing number of my claim; null when I do not hold the post. `nowMs`: the device's time. */
export function heldFence(card: CardState, nowMs: number): number | null {
  const claim = liveClaim(card.mention, nowMs + card.skewMs);
  return claim?.holder.id === card.me.id ? claim.fence : null;
}

/** How long my claim still runs; null when I do not hold the post. */
export function holdLeftMs(card: CardState, nowMs: number): number | null {
  if (heldFence(card, nowMs) === null || card.mention.claim === null) return null;
  return Date.parse(card.mention.claim.expiresAt) - nowMs - card.skewMs;
}

/** True in the steps in which the member holds the post. */
export function isHolding(step: Step): boolean {
  return step === "write" || step === "placed" || step === "confirm";
}

/** A language model's words stand in the box as they came, and nobody said that they read them. */
export function isUnread({ modelDraft, text }: Flow): boolean {
  return modelDraft !== null && !modelDraft.isRead && text.trim() === modelDraft.text.trim();
}

/** The words are those that the reviewers sent back. */
export function isSentBack({ card, text }: Flow): boolean {
  const draft = card?.mention.draft;
  return draft?.status === "rejected" && draft.text === text;
}

/** What the member just did to let go of the post; null when it was something else. */
export function leaveOf(said: Said | null): Leave | null {
  if (said === "given") return "claim.release";
  if (said === "dismissed") return "mention.dismiss";
  return said === "handed_over" ? "mention.route" : null;
}

/** How safe the words in the box are. */
export type SavedState = "none" | "typing" | "saving" | "not_sent" | "saved";

/** `saved` only when the server has them; `none` when nothing of one's own was written yet. */
export function savedState(flow: Flow): SavedState {
  if (flow.saving) return "saving";
  if (flow.dirty) return "typing";
  if (flow.card === null) return "none";
  if (flow.card.unsentDraft !== null) return "not_sent";
  return flow.card.mention.draft === null ? "none" : "saved";
}

/** What is to be said about the text in the box: what can be told at once, and what the background found in these same words. */
export function problemsOf({ checked, text }: Flow, atOnce: readonly DraftProblem[]): readonly DraftProblem[] {
  const known = new Set(atOnce.map(({ code }) => code));
  return checked?.text === text ? [...atOnce, ...checked.problems.filter(({ code }) => !known.has(code))] : atOnce;
}
