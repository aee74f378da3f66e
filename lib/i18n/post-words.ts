import { oneLine } from "./mention-text.ts";

/** The handles a reply begins with: `@acme @acmehelp `. */
const leadingHandles = /^(?:[\s.,:;]*[@＠][\p{L}\p{N}_.-]+)+[\s,:;]+(?![@＠])/u;

/** What the author says, on one line: without the handles in front, with which sites open a reply; a post of nothing but handles keeps them. */
export const ownWords = (excerpt: string, most: number): string => oneLine(excerpt.replace(leadingHandles, ""), most);
