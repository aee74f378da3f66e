import type { DraftProblem } from "../schema/messages.ts";
import type { SiteId } from "../schema/post.ts";
import type { Answering } from "../schema/workspace.ts";
import { bannedIn } from "./banned.ts";
import { replyLength } from "./length.ts";
import { foreignLinks } from "./links.ts";
import { cardNumbers, mailAddresses, orderNumbers } from "./personal.ts";
import { unfilledPlaceholders } from "./placeholders.ts";

/** Whether it stands in the way; a tone is pointed out, and the member decides. */
export const isRefusal = ({ code }: DraftProblem): boolean => code !== "tone";

/** What the words alone say about placing this draft on `site`, as quick as typing; empty when nothing does. */
export function checkDraft(site: SiteId, text: string, disclosure: string, rules?: Answering): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const add = (code: DraftProblem["code"], words: string[]) => {
    if (words.length > 0) problems.push({ code, words });
  };
  if (text.trim() === "") problems.push({ code: "empty", words: [] });
  const { left } = replyLength(site, text, disclosure);
  if (left < 0) problems.push({ code: "too_long", words: [], count: -left });
  add("placeholder", unfilledPlaceholders(text));
  add("card_number", cardNumbers(text));
  add("mail_address", mailAddresses(text));
  if (!rules) return problems;
  if (rules.orderNumber !== null) add("order_number", orderNumbers(text, rules.orderNumber));
  add("banned_word", bannedIn(text, rules.bannedWords));
  add("foreign_link", foreignLinks(text, rules.allowedDomains));
  return problems;
}
