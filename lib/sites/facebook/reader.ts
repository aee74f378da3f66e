import type { Pack } from "../../schema/pack.ts";
import type { SiteReader } from "../adapter.ts";
import { readNumbers } from "../numbers.ts";
import { createFinder, type SignalFinder } from "../select.ts";
import { profileKey } from "./links.ts";
import { commentLink, isOwn, ownLink, postLink } from "./own-link.ts";
import { markedWords, readStories } from "./read.ts";
import { findUnits } from "./units.ts";

/** Reads Facebook through `pack` from `page`: posts, and the comments below them. */
export function createFacebookReader(page: Document, pack: Pack): SiteReader {
  const find = createFinder(pack);
  const keyOf = (link: Element | null): string | null => profileKey(link?.getAttribute("href"));
  return {
    site: pack.site,
    findPosts: (root) => findUnits(find, root),
    around: (element) => find.outer(element, "post"),
    gist: (node) => markedWords(find, node),
    readPost(node) {
      const [own, shared] = readStories(find, node);
      if (!own?.text || (!own.author.handle && !own.author.name)) return null;
      const isComment = find.is(node, "comment");
      const link = isComment ? commentLink(node) : postLink(find, node, own, shared);
      return {
        site: pack.site,
        id: link?.id ?? null,
        permalink: link?.url ?? null,
        author: own.author,
        text: own.text,
        partial: own.textElements.some((element) => find.first(element, "more") !== null),
        lang: own.textElements[0]?.closest("[lang]:not(html)")?.getAttribute("lang") || null,
        ...(find.first(node, "translated") && { lang: null, translated: true }),
        // Shown relative to now, in the reader's language, and scrambled in the feed.
        postedAt: null,
        isReply: isComment,
        quoted: shared ? { author: shared.author, text: shared.text } : null,
        counts: { replies: countOf(find, node, "comments"), reposts: null, likes: countOf(find, node, "likes"), views: null },
        protected: null,
        promoted: null,
      };
    },
    missing(node) {
      const [own] = readStories(find, node);
      const isWordless = find.first(node, "media") !== null;
      return [...(own ? [] : ["author"]), ...(own?.text || isWordless ? [] : ["text"])];
    },
    anchor(node) {
      const [own, shared] = readStories(find, node);
      const link = own ? ownLink(find, node, own, shared) : null;
      return link?.textContent?.trim() ? lineOf(link) : (own?.header.querySelector("a[href]") ?? own?.header ?? null);
    },
    me: () => keyOf(find.first(page, "me", (link) => keyOf(link) !== null)),
  };
}

/** The time's whole line: who may see the post stands in it, behind the time. */
function lineOf(link: Element): Element {
  let line = link;
  while (line.parentElement?.childNodes.length === 1) line = line.parentElement;
  const around = line.parentElement;
  const isLine = (around?.textContent?.length ?? Infinity) < (link.textContent?.length ?? 0) + 60;
  return around && isLine ? around : line;
}

/** Only whole numbers: "1.8K" is somebody's rounding in somebody's language. */
function countOf(find: SignalFinder, node: Element, signal: "comments" | "likes"): number | null {
  const shown = find.first(node, signal, (element) => isOwn(find, node, element))?.textContent ?? "";
  const [count] = readNumbers(shown);
  return count === undefined || /\d[.,]\d{1,2}(?!\d)|\d\s?[KMB]\b/i.test(shown) ? null : count;
}
