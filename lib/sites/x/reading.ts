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
    const isAuthors = handle === null || found?.handle.toLowerCase() === handle.toLowerCase() || found?.handle === "i/web";
    if (found && isAuthors) status = { ...found, handle: handle ?? found.handle };
    return status !== null;
  });
  return status ?? statusOfPage(node, handle);
}

/** The post that a page is about links to itself nowhere in some builds; the address does. */
function statusOfPage(node: Element, handle: string | null): StatusLink | null {
  const address = node.getAttribute("tabindex") === "-1" ? readStatusLink(node.ownerDocument.location?.href) : null;
  return address && (!handle || address.handle.toLowerCase() === handle.toLowerCase()) ? address : null;
}

/** ISO 8601: as written, else from the id. */
export function readTime(find: SignalFinder, node: Element, { isOwn, status }: PostReading): string | null {
  const written = Date.parse(find.first(node, "time", isOwn)?.getAttribute("datetime") ?? "");
  if (Number.isFinite(written)) return new Date(written).toISOString();
  return status && timeOfId(status.id);
}

/** True when the post says whom it replies to, or stands below another in a conversation and not among the suggestions after it. */
export function isReply(find: SignalFinder, page: Document, node: Element, { author, isOwn, textElement }: PostReading): boolean {
  const header = authorBox(find, node, isOwn);
  const said = [...node.querySelectorAll("a[href]")].some((link) => {
    const isBetween = (!header || (follows(header, link) && !header.contains(link))) && (!textElement || follows(link, textElement));
    return (
      isOwn(link) && isBetween && !textElement?.contains(link) && /^@\w+$/.test(link.textContent?.trim() ?? "") && author.handle !== null
    );
  });
  if (said) return true;
  const conversation = readStatusLink(page.location?.href) ? node.closest("section") : null;
  if (!conversation || find.first(conversation, "post") === node) return false;
  const isSuggested = [...conversation.querySelectorAll("h2")].some((heading) => !find.around(heading, "post") && follows(heading, node));
  return !isSuggested;
}

/** Author and text of the quoted post; null when neither is named. */
export function readQuote(find: SignalFinder, quote: Element): Post["quoted"] {
  const isInside = () => true;
  const author = readAuthor(find, quote, isInside, authorBox(find, quote, isInside) ?? quote);
  const textElement = find.first(quote, "text");
  return author.handle || author.name ? { author, text: textElement ? elementWords(textElement) : "" } : null;
}
