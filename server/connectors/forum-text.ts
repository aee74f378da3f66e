/** Quotes of others, spoilers and hidden parts stand between such marks. */
const quoted = /\[quote[^\]]*\](?:(?!\[quote)[\s\S])*?\[\/quote\]/gi;
const steps: readonly (readonly [RegExp, string])[] = [
  [/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " "],
  [/```[^\n]*\n?|~~~[^\n]*\n?/g, ""],
  [/!\[[^\]]*\]\([^)]*\)/g, ""],
  [/\[([^\]]*)\]\((?:https?:|\/)[^)]*\)/g, "$1"],
  [/<(?:br|\/p|\/li|\/div)\s*\/?>/gi, "\n"],
  [/<\/?[a-z][^>]*>?/gi, ""],
  [/\[\/?[a-z]+(?:=[^\]]*)?\]/gi, ""],
  [/^ {0,3}(?:#{1,6}|>+)[ \t]*/gm, ""],
  [/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, "$2"],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/gu, "$1"],
  [/`([^`\n]+)`/g, "$1"],
  [/:[a-z0-9_+-]+:/g, ""],
  [/@([\p{L}\p{N}_.-]+)/gu, "$1"],
  [/&nbsp;/g, " "],
  [/&lt;/g, "<"],
  [/&gt;/g, ">"],
  [/&quot;/g, '"'],
  [/&#39;/g, "'"],
  [/&amp;/g, "&"],
  // A brace would be a blank to fill in.
  [/[{}]/g, ""],
  [/[^\S\n]+/g, " "],
  [/ ?\n ?/g, "\n"],
  [/\n{3,}/g, "\n\n"],
];

/** What of a post is looked at: a strange one takes as long as its square. */
const longestRead = 10_000;

/** The longest beginning of a text that ends with a sentence, of at most so many signs; words stay whole. */
function upTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const beginning = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  const end = Math.max(...[". ", "! ", "? ", "\n", "。"].map((mark) => beginning.lastIndexOf(mark)));
  if (end > most / 2) return beginning.slice(0, end + 1).trim();
  return `${beginning.replace(/\s\S*$/, "").trim()}…`;
}

/** A post of a forum as plain text: without quotes of others, pictures, marks and tags. Nothing of it is ever drawn as markup; this is for reading. */
export function forumText(raw: string, most: number): string {
  // Twice, as quotes stand in quotes.
  const own = raw.slice(0, longestRead).replace(quoted, "").replace(quoted, "");
  const plain = steps.reduce((text, [mark, instead]) => text.replace(mark, instead), own);
  return upTo(plain.normalize("NFC").trim(), most);
}
