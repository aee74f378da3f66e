import type { Post } from "../schema/post.ts";
import type { SiteAdapter } from "./adapter.ts";
import { nearness } from "./nearness.ts";
import { readText } from "./text.ts";

/** From this nearness on, words count as the placed ones. */
const alike = 0.4;
/** How long the site may take to say that it took what a reply box held. */
const takingMs = 10_000;

/** Whether a text reads like the placed one. */
export const isNear = (seen: string, placed: string): boolean => nearness(seen, placed) >= alike;

/** What a reply box on the page holds now. */
export const wordsIn = (editor: Element): string => readText(editor, { breaks: "lines" });

/**
 * Follows the reply box of a post from look to look. `sent` gives the words near the placed ones that stood there last, once they are gone from it for no
 * more than ten seconds and nothing else was written in any box since; null otherwise.
 */
export function followBox(page: Document, adapter: SiteAdapter, post: Post, placed: string) {
  let last: { readonly words: string; readonly atMs: number } | null = null;
  let isThere = false;
  return {
    look(nowMs: number): void {
      const box = adapter.replyBox(post);
      const words = box ? wordsIn(box) : "";
      isThere = isNear(words, placed);
      if (isThere) last = { words, atMs: nowMs };
      else if ([...page.querySelectorAll(adapter.editorSelector)].some((editor) => wordsIn(editor) !== "")) last = null;
    },
    sent: (nowMs: number): string | null => (!isThere && last !== null && nowMs - last.atMs <= takingMs ? last.words : null),
  };
}
