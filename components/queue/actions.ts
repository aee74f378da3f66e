import type { ComponentType } from "preact";
import type { Mention } from "../../lib/schema/mention.ts";
import type { MessageArgs, MessageReply } from "../../lib/schema/messages.ts";
import type { KeptText } from "../../lib/store/kept.ts";
import type { AlertActions } from "../alerts/actions.ts";
import type { BreakActions } from "../break/actions.ts";
import type { Leave } from "../composer/leaving.ts";
import type { RowAnswerProps } from "../composer/row-answer.tsx";
import type { BadgeActions } from "../game/actions.ts";
import type { SecondLooksProps } from "../review/second-looks.tsx";
import type { SiteActions } from "../settings/actions.ts";

export interface AddPostActions {
  /** Shares a post that the member found; rejects with an error of the closed list when the background or server refuses it. */
  addPost(pasted: MessageArgs<"post.add">): Promise<MessageReply<"post.add">>;
}

export interface ReviewsProps {
  /** Whose drafts wait for the member's word, next first. */
  mentions: readonly Mention[];
}

export interface PopupActions extends AddPostActions {
  Reviews: ComponentType<ReviewsProps>;
  SecondLooks: ComponentType<SecondLooksProps>;
  /** Takes the post; true when its page was opened to answer there. Rejects with why not. */
  take(mention: Mention): Promise<boolean>;
  /** Goes on with a post that is the member's; true when its page was opened. */
  goOn(mention: Mention): Promise<boolean>;
  /** Never offers the post again, or does again. */
  pass(mentionId: string, isPassed: boolean): Promise<void>;
  offerAgain(): void;
  /** All posts on this device that the member did not pass on, as they look from here. */
  held(): Promise<readonly Mention[]>;
  Answering: ComponentType<AnsweringProps>;
  /** Undoes a letting go. Rejects with why not. */
  takeBack(leave: Leave, mentionId: string): Promise<void>;
  readonly sites: SiteActions;
  readonly alerts: AlertActions;
  readonly breaks: BreakActions;
  readonly badges: Pick<BadgeActions, "know">;
  openPage(page: "welcome" | "admin" | "options" | "you"): void;
  /** Must be called from the click itself. */
  openPanel(): void;
  sync(): void;
  retry(operationId: string): void;
  discard(operationId: string): void;
  /** Throws a kept text away, and takes that back. */
  dropText(mentionId: string): Promise<unknown>;
  keepText(kept: KeptText): Promise<unknown>;
}

/** Answering in a row of the popup. */
export interface AnsweringProps extends Pick<RowAnswerProps, "mention" | "nowMs" | "waiting"> {
  /** The member let go of the post; its row goes. */
  onLeave: (leave: Leave, mentionId: string) => void;
  /** The answer stands on the site; its row goes too. */
  onPosted: (mention: Mention) => void;
}
