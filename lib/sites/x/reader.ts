import type { Pack } from "../../schema/pack.ts";
import type { SiteReader } from "../adapter.ts";
import { createFinder, outermost } from "../select.ts";
import { authorBox } from "./author.ts";
import { readCounts } from "./counts.ts";
import { statusAddress } from "./ids.ts";
import { elementWords, isReply, isTranslated, readNode, readParts, readQuote, readTime } from "./reading.ts";

/** Reads X through `pack` from `page`. */
export function createXReader(page: Document, pack: Pack): SiteReader {
  const find = createFinder(pack);
  return {
    site: pack.site,
    findPosts: (root) =>
      outermost(find.from(root, "post")).filter((node) => node.querySelector("a[href]") !== null && !find.around(node, "never")),
    around: (element) => find.outer(element, "post"),
    gist(node) {
      // Protected and promoted posts are not read for their words.
      if (find.all(node, "protected").length > 0 || find.around(node, "promoted")) return null;
      const texts = find.all(node, "text");
      return texts.length > 0 ? texts.map(elementWords).join("\n") : null;
    },
    readPost(node) {
      const reading = readNode(find, node);
      const { author, isOwn, quote, status, text, textElement } = reading;
      if (!text || (!author.handle && !author.name)) return null;
      return {
        site: pack.site,
        id: status?.id ?? null,
        permalink: status && statusAddress(status),
        author,
        text,
        partial: find.first(node, "more", isOwn) !== null,
        ...(isTranslated(find, page, node, reading)
          ? { lang: null, translated: true }
          : { lang: textElement?.getAttribute("lang") || null }),
        postedAt: readTime(find, node, reading),
        isReply: isReply(find, page, node, reading),
        quoted: quote && readQuote(find, quote),
        counts: readCounts(find, node, isOwn),
        protected: find.first(node, "protected", isOwn) !== null,
        promoted: find.around(node, "promoted") !== null,
      };
    },
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
      const { isOwn } = readParts(find, node);
      return find.first(node, "time", isOwn)?.closest("a") ?? authorBox(find, node, isOwn);
    },
    me() {
      const profile = find.first(page, "me")?.getAttribute("href");
      return profile?.match(/^(?:https:\/\/[^/]+)?\/(\w+)$/)?.[1] ?? null;
    },
  };
}
