import type { DraftProblem } from "../schema/draft-problem.ts";
import type { SiteId } from "../schema/post.ts";
import type { ReplyPolicy } from "../schema/workspace.ts";
import { bannedIn } from "./banned.ts";
import { disclosureOf, type Speaking, wrongSide } from "./disclosure.ts";
import { replyLength, withDisclosure } from "./length.ts";
import { foreignLinks } from "./links.ts";
import { cardNumbers, mailAddresses, orderNumbers } from "./personal.ts";
import { unfilledPlaceholders } from "./placeholders.ts";

/** Whether it stands in the way; a tone is pointed out, and the member decides. */
export const isRefusal = ({ code }: DraftProblem): boolean => code !== "tone";

/** What is to be said about the reply that a member writes to a mention, as quick as typing: its words, and whether it tells of the tie to the brand. */
export function checkReply(speaking: Speaking & { readonly mention: { readonly site: SiteId } }, text: string): DraftProblem[] {
  const { workspace, mention } = speaking;
  const { side, line, isOwn } = disclosureOf(speaking, text);
  // The member's own line is looked at like the rest of their words.
  const words = isOwn ? withDisclosure(text, line ?? "") : text;
  const problems = checkWords(mention.site, words, line ?? "", workspace.answering);
  if (line === null) problems.push({ code: "no_disclosure", words: [] });
  const wrong = wrongSide(workspace, side, words);
  if (wrong !== null) problems.push({ code: side === "brand" ? "not_customer" : "not_staff", words: [wrong] });
  return problems;
}

/** What the words alone say about placing this draft on `site`, as quick as typing; empty when nothing does. */
export function checkWords(site: SiteId, text: string, disclosure: string, rules?: ReplyPolicy): DraftProblem[] {
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
