import type { Pack, Signal } from "../../schema/pack.ts";
import type { Post } from "../../schema/post.ts";
import type { SiteReader } from "../adapter.ts";
import { readNumbers } from "../numbers.ts";
import { createFinder } from "../select.ts";
import { readText } from "../text.ts";

/** Reads a site that keeps each part of a post in an element or attribute of its own, through `pack` alone. */
export function createPlainReader(page: Document, pack: Pack): SiteReader {
  const find = createFinder(pack);
  /** The first value of a signal that stands in the post itself, not in one below it. */
  const value = (node: Element, signal: Signal): string | null => {
    const attributes = pack.selectors[signal]?.attributes;
    for (const selector of pack.selectors[signal]?.find ?? []) {
      const found = selector.startsWith(":scope") ? [node] : [...node.querySelectorAll(selector)];
      for (const element of found.filter((each) => find.around(each, "post") === node)) {
        const values = attributes ? attributes.map((name) => element.getAttribute(name)) : [flowText(element)];
        const set = values.find((each) => each);
        if (set) return set;
      }
    }
    return null;
  };
  const count = (node: Element, signal: Signal): number | null => readNumbers(value(node, signal))[0] ?? null;
  const readAuthor = (node: Element): Post["author"] => {
    const handle =
      value(node, "handle")
        ?.replace(/^@/, "")
        .replace(/^(https?:\/\/[^/]+)?\/+(.*?)\/*$/, "$2") || null;
    return { handle, name: value(node, "name") ?? handle, verified: null };
  };
  const words = (node: Element): string => [value(node, "title"), value(node, "text")].filter(Boolean).join("\n");
  return {
    site: pack.site,
    findPosts: (root) => find.from(root, "post").filter((node) => !find.around(node, "never")),
    around: (element) => find.outer(element, "post"),
    gist: () => null,
    readPost(node) {
      const author = readAuthor(node);
      const text = words(node);
      if (!text || !author.name) return null;
      const textElement = find.first(node, "text", (each) => find.around(each, "post") === node);
      return {
        site: pack.site,
        id: value(node, "id")?.split("/").filter(Boolean).at(-1) ?? null,
        permalink: absolute(value(node, "permalink"), page),
        author,
        text,
        partial: false,
        lang: textElement?.getAttribute("lang") || null,
        postedAt: isoTime(value(node, "time")),
        isReply: find.is(node, "comment"),
        quoted: null,
        counts: { replies: count(node, "comments"), reposts: count(node, "reposts"), likes: count(node, "likes"), views: null },
        protected: null,
        promoted: null,
      };
    },
    missing: (node) => [...(readAuthor(node).name ? [] : ["author"]), ...(words(node) ? [] : ["text"])],
    anchor: (node) => find.first(node, "time") ?? find.first(node, "name"),
    // These sites are only read, and only by hand.
    me: () => null,
  };
}

/** Text as the page flows it: what breaks a line in the source is a space. */
function flowText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  const texts = element.ownerDocument.createTreeWalker(copy, 4);
  while (texts.nextNode()) texts.currentNode.nodeValue = texts.currentNode.nodeValue?.replace(/\s+/gu, " ") ?? "";
  return readText(copy, { breaks: "lines" });
}

function absolute(href: string | null, page: Document): string | null {
  const url = href ? URL.parse(href, page.location?.href) : null;
  return url?.protocol === "https:" ? url.href : null;
}

function isoTime(written: string | null): string | null {
  const ms = Date.parse(written ?? "");
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}
