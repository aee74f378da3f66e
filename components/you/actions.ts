import type { MessageArgs, MessageReply } from "../../lib/schema/messages.ts";
import type { OwnPage } from "../../lib/schema/own-work.ts";
import type { BadgeActions, BoardActions } from "../game/actions.ts";

/** What the page of one's own work asks for. Each rejects with why not. */
export interface YouActions {
  /** What it showed when it was open last; null the first time. */
  readonly kept: OwnPage | null;
  /** What it shows at first, as the server has it now. */
  read(): Promise<OwnPage>;
  /** Further answers, or those of one kind. */
  answers(query: MessageArgs<"member.own_answers">): Promise<MessageReply<"member.own_answers">>;
  readonly badges: BadgeActions;
  reviews(query: MessageArgs<"member.own_reviews">): Promise<MessageReply<"member.own_reviews">>;
  /** What the server holds of the member, a part after the other. */
  data(query: MessageArgs<"member.own_data">): Promise<MessageReply<"member.own_data">>;
  /** Gives it to the member as a file. */
  save(name: string, text: string): void;
  readonly board: BoardActions;
  openPage(page: "welcome" | "options"): void;
}
