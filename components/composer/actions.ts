import type { ReadonlySignal } from "@preact/signals";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import type { Wish } from "../../lib/schema/mention.ts";
import type { CardState, Suggestion } from "../../lib/schema/messages.ts";
import type { OperationArgs } from "../../lib/schema/operations.ts";
import type { ProposedItem } from "../../lib/schema/waiting-proposals.ts";
import type { PostedReply } from "../../lib/sites/adapter.ts";
import type { Flow } from "./flow.ts";
import type { Way } from "./sentence.ts";

/** Opens the answering of one mention, and lets go of it when `signal` aborts. */
export type OpenAnswering = (mentionId: string, signal: AbortSignal) => Answering;

/** Answering one post: what is shown, and all a person can do. No action rejects; what failed stands in `flow.problem`. */
export interface Answering {
  readonly flow: ReadonlySignal<Flow>;
  /** Asks the background again: the mention moved. */
  refresh(): Promise<void>;
  take(): Promise<void>;
  giveBack(): Promise<void>;
  renew(): Promise<void>;
  type(text: string): void;
  /** Shows another suggestion beside the box. */
  suggest(by: 1 | -1): void;
  /** Puts the suggestion on show into the box. */
  takeSuggestion(): void;
  /** Answers on record for these words, best first; null where they could not be looked for. */
  find(words: string): Promise<readonly Suggestion[] | null>;
  /** Puts one of them into the box, in place of what stands between two of its characters. */
  pick(suggestion: Suggestion, from: number, to: number): Promise<void>;
  /** Proposes what was posted for the record; whether it is known there already, null where that failed. */
  propose(item: ProposedItem): Promise<boolean | null>;
  /** The suggestion on show does not answer this post. */
  reject(): Promise<void>;
  /** Takes a suggestion or a language model's draft out of the box again: what stood there before comes back. */
  backToOwnText(): void;
  /** Asks the language model for a draft. */
  askModel(): Promise<void>;
  /** "I have read it": a language model's draft may be placed as it is. */
  confirmModelDraft(): void;
  /** Keeps the member's own words for the tie to the brand in the reply's language, and uses them. */
  keepDisclosure(line: string): Promise<void>;
  /** Saves what was typed and is not yet saved. */
  flush(): Promise<void>;
  /** A newcomer's text goes to those who read it first. */
  sendForReview(): Promise<void>;
  /** Takes a reviewer's words in place of one's own. */
  acceptEdit(text: string): Promise<void>;
  /** Opens a text again that is with the reviewers. They keep reading the text that they have until the author sends another one. */
  mend(): void;
  place(): Promise<void>;
  /** The member says it is (not) posted; `url` of the reply where they gave it. */
  confirm(isPosted: boolean, url: string | null): Promise<void>;
  askPosted(): void;
  dismiss(reason: OperationArgs<"mention.dismiss">["reason"]): Promise<void>;
  handToStaff(note: string): Promise<void>;
  undo(): Promise<void>;
  /** Takes back what the member would have done with it. */
  withdraw(wish: Wish): Promise<void>;
}

export interface AnswerDeps {
  readonly ask: typeof Ask;
  /** The device's time in epoch ms. */
  readonly nowMs: () => number;
  /** The member has this in front of them; a hold is kept alive only then. */
  readonly isVisible: () => boolean;
  /** Puts the whole reply where the member can post it: the site's reply box, or the clipboard. */
  readonly place: (card: CardState, reply: string, signal: AbortSignal) => Promise<void>;
  /** What the page shows of the talk before the post. */
  readonly thread?: () => readonly string[];
  /** Waits for the proof that the reply was posted; null when it does not come. Absent where no page is watched. */
  readonly watch?: (card: CardState, reply: string, signal: AbortSignal) => Promise<PostedReply | null>;
  readonly signal: AbortSignal;
}

export interface AnswerProps {
  answering: Answering;
  /** The device's time. */
  nowMs: number;
  way: Way;
}
