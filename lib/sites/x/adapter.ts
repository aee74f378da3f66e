import type { Pack } from "../../schema/pack.ts";
import type { Post } from "../../schema/post.ts";
import type { SeenReply, SiteAdapter } from "../adapter.ts";
import { readNumbers } from "../numbers.ts";
import { openReplyBox } from "../open-composer.ts";
import { createFinder, type Finder, follows, outermost } from "../select.ts";
import { readText } from "../text.ts";
import { authorBox, readAuthor } from "./author.ts";
import { readStatusLink, type StatusLink, timeOfId } from "./ids.ts";

/** X, read through `pack` from `page`. */
export function createX(page: Document, pack: Pack): SiteAdapter {
  const find = createFinder(pack);
  const me = (): string | null =>
    find
      .first(page, "me")
      ?.getAttribute("href")
      ?.match(/^(?:https:\/\/[^/]+)?\/(\w+)$/)?.[1] ?? null;
  const readPost = (node: Element): Post | null => {
    const reading = readNode(find, node);
    if (!reading.text || (!reading.author.handle && !reading.author.name)) return null;
    return {
      site: "x",
      id: reading.status?.id ?? null,
      permalink: reading.status && addressOf(reading.status),
      author: reading.author,
      text: reading.text,
      partial: find.first(node, "more", reading.isOwn) !== null,
      lang: reading.textElement?.getAttribute("lang") || null,
      postedAt: readTime(find, node, reading),
      isReply: isReply(find, page, node, reading),
      quoted: reading.quote && readQuote(find, reading.quote),
      counts: readCounts(find, node, reading.isOwn),
      protected: find.first(node, "protected", reading.isOwn) !== null,
      promoted: find.around(node, "promoted") !== null,
    };
  };
  const findPosts = (root: ParentNode): Element[] => {
    const inside = find.all(root, "post");
    const found = root instanceof Object && "matches" in root && find.is(root as Element, "post") ? [root as Element, ...inside] : inside;
    return outermost(found).filter((node) => node.querySelector("a[href]") !== null && !find.around(node, "never"));
  };
  return {
    site: pack.site,
    editorSelector: find.css("editor"),
    findPosts,
    readPost,
    me,
    missing(node) {
      const { author, status, text } = readNode(find, node);
      const isWordless = find.first(node, "media") !== null;
      return [
        ...(author.handle ? [] : ["author"]),
        ...(status || find.around(node, "promoted") ? [] : ["permalink"]),
        ...(text || isWordless ? [] : ["text"]),
      ];
    },
    anchor(node) {
      const { isOwn } = readNode(find, node);
      return find.first(node, "time", isOwn)?.closest("a") ?? authorBox(find, node, isOwn);
    },
    openComposer: (node, signal) => {
      const { isOwn, status } = readNode(find, node);
      return openReplyBox({ control: find.first(node, "reply", isOwn), editor: () => editorOf(find, page, status?.id ?? null) }, signal);
    },
    ownReplies(post) {
      const mine = me()?.toLowerCase();
      const notices = find.all(page, "toast").map((link) => seenReply(readStatusLink(link.getAttribute("href")), ""));
      const posts = findPosts(page)
        .map(readPost)
        .filter((reply) => mine !== undefined && reply?.author.handle?.toLowerCase() === mine)
        .map((reply) => reply && seenReply(readStatusLink(reply.permalink), reply.text));
      return [...notices, ...posts].filter((reply) => reply !== null && reply.url !== post.permalink) as SeenReply[];
    },
  };
}

/** The editor that answers this post: in a dialog that shows it, or below it on its own page; never that of a new post. */
function editorOf(find: Finder, page: Document, id: string | null): Element | null {
  const isAbout = (scope: Element | null): boolean => {
    const ids = [...(scope?.querySelectorAll("a[href*='/status/']") ?? [])].map((link) => readStatusLink(link.getAttribute("href"))?.id);
    return scope !== null && (ids.length === 0 || ids.includes(id ?? undefined));
  };
  const isThisPage = id !== null && readStatusLink(page.location?.href)?.id === id;
  return (
    find.first(page, "editor", (editor) => isAbout(editor.closest("[role='dialog']"))) ??
    find.first(page, "editor", (editor) => isThisPage && !editor.closest("[role='dialog']"))
  );
}

function seenReply(status: StatusLink | null, text: string): SeenReply | null {
  return status && { url: addressOf(status), text, postedAt: timeOfId(status.id) };
}

function addressOf({ handle, id }: StatusLink): string {
  return `https://x.com/${handle}/status/${id}`;
}

interface Reading {
  readonly quote: Element | null;
  readonly isOwn: (element: Element) => boolean;
  readonly author: Post["author"];
  readonly status: StatusLink | null;
  readonly textElement: Element | null;
  readonly text: string;
}

function readNode(find: Finder, node: Element): Reading {
  const quote = find.first(node, "quote", (box) => box !== node);
  const isOwn = (element: Element): boolean => !quote?.contains(element) && !find.within(node, element, "foreign");
  const author = readAuthor(find, node, isOwn, authorBox(find, node, isOwn));
  const textElement = find.first(node, "text", isOwn);
  const text = textElement ? readText(textElement, { breaks: "pre" }) : "";
  return { quote, isOwn, author, textElement, text, status: readStatus(find, node, author.handle, isOwn) };
}

/** The post's own link: the one around its time, else any that names its author. */
function readStatus(find: Finder, node: Element, handle: string | null, isOwn: (element: Element) => boolean): StatusLink | null {
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

function readTime(find: Finder, node: Element, { isOwn, status }: Reading): string | null {
  const written = Date.parse(find.first(node, "time", isOwn)?.getAttribute("datetime") ?? "");
  if (Number.isFinite(written)) return new Date(written).toISOString();
  return status && timeOfId(status.id);
}

/** True when the post says whom it replies to, or stands below another in a conversation and not among the suggestions after it. */
function isReply(find: Finder, page: Document, node: Element, { author, isOwn, textElement }: Reading): boolean {
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

function readQuote(find: Finder, quote: Element): Post["quoted"] {
  const isInside = () => true;
  const author = readAuthor(find, quote, isInside, authorBox(find, quote, isInside) ?? quote);
  const textElement = find.first(quote, "text");
  return author.handle || author.name ? { author, text: textElement ? readText(textElement, { breaks: "pre" }) : "" } : null;
}

/** Exact numbers stand in labels only. What the group's label counts and no button does is the views. */
function readCounts(find: Finder, node: Element, isOwn: (element: Element) => boolean): Post["counts"] {
  const count = (signal: "reply" | "reposts" | "likes" | "bookmarks" | "views"): number | null =>
    readNumbers(find.first(node, signal, isOwn)?.getAttribute("aria-label"))[0] ?? null;
  const counts = { replies: count("reply"), reposts: count("reposts"), likes: count("likes") };
  const group = find.first(node, "reply", isOwn)?.closest("[role='group']");
  const rest = readNumbers(group?.getAttribute("aria-label"));
  for (const known of [...Object.values(counts), count("bookmarks")]) {
    const at = known === null ? -1 : rest.indexOf(known);
    if (at >= 0) rest.splice(at, 1);
  }
  return { ...counts, views: count("views") ?? (rest.length === 1 ? (rest[0] ?? null) : null) };
}
