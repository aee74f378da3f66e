import type { Post } from "../../schema/post.ts";
import { follows, outermost, type SignalFinder } from "../select.ts";
import { readText } from "../text.ts";
import { profileKey } from "./links.ts";

/** A part of a unit that has an author of its own: the post, the comment, or a story that it shares. */
export interface Story {
  readonly author: Post["author"];
  /** Where the author stands. */
  readonly header: Element;
  readonly textElements: readonly Element[];
  readonly text: string;
}

/** The post or comment itself first, then the story that it shares, when there is one. */
export function readStories(find: SignalFinder, node: Element): Story[] {
  const isOwn = ownIn(find, node);
  const headers = headersOf(find, node, isOwn);
  const marked = outermost(find.all(node, "text").filter(isOwn));
  return headers.map((header, at) => {
    const next = headers[at + 1];
    const isHere = (element: Element): boolean => follows(header, element) && (!next || follows(element, next));
    const text = marked.find(isHere);
    const textElements = text
      ? [text]
      : marked.length > 0 && !find.is(node, "comment")
        ? []
        : looseText(find, node, (element) => isHere(element) && isOwn(element));
    const lines = textElements.map(wordsOf);
    return { author: readAuthor(find, node, header), header, textElements, text: lines.join("\n").trim() };
  });
}

const wordsOf = (element: Element): string => readText(element, { breaks: "lines" });

/** What all texts say that the site marked in the unit itself; null where it marked none. */
export function markedWords(find: SignalFinder, node: Element): string | null {
  const texts = find.all(node, "text").filter(ownIn(find, node));
  return texts.length > 0 ? texts.map(wordsOf).join("\n") : null;
}

/** Whether an element belongs to the unit itself, not to a comment below it nor to something private. */
function ownIn(find: SignalFinder, node: Element): (element: Element) => boolean {
  return (element) => {
    const comment = find.around(element, "comment");
    return (!comment || comment.contains(node)) && !find.within(node, element, "never");
  };
}

/** Elements that name an author, one per story. Only headings begin a second one: a plain link may be somebody who was tagged. */
function headersOf(find: SignalFinder, node: Element, isOwn: (element: Element) => boolean): Element[] {
  const isHeader = (element: Element): boolean => isOwn(element) && nameLink(element) !== null && !find.within(node, element, "text");
  const isComment = find.is(node, "comment");
  const best =
    find.first(node, isComment ? "commentAuthor" : "author", isHeader) ??
    find.first(node, "author", (element) => isOwn(element) && unlinkedName(find, node, element) !== null);
  if (!best || isComment) return best ? [best] : [];
  const more = outermost(find.all(node, "author").filter((header) => header.tagName !== "A" && isHeader(header)));
  return [best, ...more.filter((header) => follows(best, header) && !best.contains(header))];
}

/** The link in a header that shows the author's name; the header itself for somebody anonymous. */
function nameLink(header: Element): Element | null {
  const links = header.matches("a") ? [header] : [...header.querySelectorAll("a[href]")];
  const named = links.filter((link) => link.textContent?.trim() && profileKey(link.getAttribute("href")));
  const member = named.find((link) => /\/groups\/[^/]+\/user\//.test(link.getAttribute("href") ?? ""));
  return member ?? named[0] ?? (links.length === 0 && header.textContent?.trim() ? header : null);
}

/** Who has no link in a group: the first words of their own, in a header that leads to the group alone or below it. */
function unlinkedName(find: SignalFinder, node: Element, header: Element): Element | null {
  if (!header.querySelector("a[href*='/groups/']")) return null;
  const isName = (part: Element): boolean =>
    follows(header, part) && !part.closest("a, [role='button']") && !find.around(part, "text") && /\p{L}/u.test(part.textContent);
  return [...node.querySelectorAll("span:not(:has(*))")].find(isName) ?? null;
}

function readAuthor(find: SignalFinder, node: Element, header: Element): Post["author"] {
  const link = nameLink(header) ?? unlinkedName(find, node, header) ?? header;
  const name = readText(link, { breaks: "pre" });
  return { handle: profileKey(link.getAttribute("href")), name: name || null, verified: find.first(header, "verified") !== null };
}

/** Text that the site did not mark: the first blocks after the author that are neither control, link, label nor list. */
function looseText(find: SignalFinder, node: Element, isHere: (element: Element) => boolean): Element[] {
  const words = (element: Element): string =>
    readText(element, { breaks: "lines", without: (inner) => inner.tagName === "A" && !find.is(node, "comment") });
  const isText = (element: Element): boolean =>
    isHere(element) && !find.within(node, element, "foreign") && /\p{L}|\p{N}|\p{So}/u.test(words(element));
  const blocks = outermost(find.all(node, "looseText").filter(isText));
  return blocks.filter((block) => block.parentElement === blocks[0]?.parentElement);
}
