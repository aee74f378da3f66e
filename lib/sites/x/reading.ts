import type { Post } from "../../schema/post.ts";
import { follows, type SignalFinder } from "../select.ts";
import { readText } from "../text.ts";
import { authorBox, readAuthor } from "./author.ts";
import { readStatusLink, type StatusLink, timeOfId } from "./ids.ts";

/** What a post says and where it says it. */
export interface PostReading {
  readonly quote: Element | null;
  /** False for what belongs to the quote, to a card or to another part that is not the post's own. */
  readonly isOwn: (element: Element) => boolean;
  readonly author: Post["author"];
  readonly status: StatusLink | null;
  readonly textElement: Element | null;
  readonly text: string;
}

/** What a text element of X says. */
export const elementWords = (element: Element): string => readText(element, { breaks: "pre" });

/** The quote in the post at `node`, and what tells the post's own elements from those of the quote and of other parts. */
export function readParts(find: SignalFinder, node: Element): Pick<PostReading, "quote" | "isOwn"> {
  const quote = find.first(node, "quote", (box) => box !== node);
  return { quote, isOwn: (element) => !quote?.contains(element) && !find.within(node, element, "foreign") };
}

/** Reads the post at `node`. */
export function readNode(find: SignalFinder, node: Element): PostReading {
  const { quote, isOwn } = readParts(find, node);
  const author = readAuthor(find, node, isOwn, authorBox(find, node, isOwn));
  const textElement = find.first(node, "text", isOwn);
  const text = textElement ? elementWords(textElement) : "";
  return { quote, isOwn, author, textElement, text, status: readStatus(find, node, author.handle, isOwn) };
}

/** The post's own link: the one around its time, else any that names its author. */
function readStatus(find: SignalFinder, node: Element, handle: string | null, isOwn: (element: Element) => boolean): StatusLink | null {
  let status: StatusLink | null = null;
  find.first(node, "permalink", (link) => {
    const found = isOwn(link) && !find.around(link, "text") ? readStatusLink(link.getAttribute("href")) : null;
    const isAuthors = handle === null || !found?.handle || found.handle.toLowerCase() === handle.toLowerCase();
    if (found && isAuthors) status = { ...found, handle: handle ?? found.handle };
    return status !== null;
  });
  return status ?? statusOfPage(node, handle);
}

/** The post that a page is about links to itself nowhere in some builds; the address does. */
function statusOfPage(node: Element, handle: string | null): StatusLink | null {
  const address = node.getAttribute("tabindex") === "-1" ? readStatusLink(node.ownerDocument.location?.href) : null;
  return address && (!handle || !address.handle || address.handle.toLowerCase() === handle.toLowerCase()) ? address : null;
}

/** Whether the words are the site's translation: it says so above them, and they are in its own language. */
export function isTranslated(find: SignalFinder, page: Document, node: Element, { isOwn, textElement }: PostReading): boolean {
  const primary = (element: Element | null): string | undefined => element?.getAttribute("lang")?.split("-")[0];
  return find.first(node, "translated", isOwn) !== null && [primary(textElement), ""].includes(primary(page.documentElement) ?? "");
}

/** ISO 8601: as written, else from the id. */
export function readTime(find: SignalFinder, node: Element, { isOwn, status }: PostReading): string | null {
  const written = Date.parse(find.first(node, "time", isOwn)?.getAttribute("datetime") ?? "");
  if (Number.isFinite(written)) return new Date(written).toISOString();
  return status && timeOfId(status.id);
}

/** True when the post says whom it replies to, or stands below another in a conversation and not among the suggestions after it. */
export function isReply(find: SignalFinder, page: Document, node: Element, reading: PostReading): boolean {
  return repliesTo(find, node, reading).length > 0 || talkAround(find, page, node) !== null;
}

/** The handles with their `@` that stand between author and words: "Replying to" in any language. */
export function repliesTo(find: SignalFinder, node: Element, { author, isOwn, textElement }: PostReading): string[] {
  const header = authorBox(find, node, isOwn);
  const isSaid = (link: Element): boolean => {
    const isBetween = (!header || (follows(header, link) && !header.contains(link))) && (!textElement || follows(link, textElement));
    return isOwn(link) && isBetween && !textElement?.contains(link) && author.handle !== null;
  };
  const said = [...node.querySelectorAll("a[href]")].filter(isSaid).map((link) => link.textContent?.trim() ?? "");
  return said.filter((words) => /^@\w+$/.test(words));
}

/** The conversation in which the post stands below another; null where it begins one, or is suggested after one. */
export function talkAround(find: SignalFinder, page: Document, node: Element): Element | null {
  const conversation = readStatusLink(page.location?.href) ? node.closest("section") : null;
  if (!conversation || find.first(conversation, "post") === node) return null;
  const isSuggested = [...conversation.querySelectorAll("h2")].some((heading) => !find.around(heading, "post") && follows(heading, node));
  return isSuggested ? null : conversation;
}

/** Author and text of the quoted post; null when neither is named. */
export function readQuote(find: SignalFinder, quote: Element): Post["quoted"] {
  const isInside = () => true;
  const author = readAuthor(find, quote, isInside, authorBox(find, quote, isInside) ?? quote);
  const textElement = find.first(quote, "text");
  return author.handle || author.name ? { author, text: textElement ? elementWords(textElement) : "" } : null;
}
