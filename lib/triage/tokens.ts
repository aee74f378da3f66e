import { nameMark } from "./names.ts";

/** A word, an emoji or emoticon, a run of `!` and `?`, a stop (comma, full stop, end of a line), a link or handle, or the brand's masked name. */
export interface Token {
  /** As the word tables have it. */
  readonly key: string;
  /** As it is written. */
  readonly shown: string;
  readonly kind: "word" | "emoji" | "marks" | "stop" | "silent" | "name";
  /** In capitals. */
  readonly isLoud: boolean;
  /** Drawn out ("sooo"); `key` holds such letters twice. */
  readonly isLong: boolean;
  /** Part of a hashtag. */
  readonly isTag: boolean;
}

/** Links and handles say nothing about mood; a help desk's handle tells that it is spoken to. */
const helpDesk = /help|support|care|service|ask/i;
const silent = /https?:\/\/\S+|www\.\S+|[@＠][\p{L}\p{N}_.]+/u;
const emoji = /[:;=]['-]?[()DP/|](?![\p{L}\p{N}])|<3|\^\^|\p{Extended_Pictographic}/u;
const name = new RegExp(`${nameMark}+`, "u");
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
/** Letters of the other scripts, digits and marks: "App很好" is a word and two characters. */
const spaced = "(?:[^\\P{L}\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}]|[\\p{N}\\p{M}])";
const word = new RegExp(`(?!\\p{M})${spaced}+(?:['’׳-]${spaced}+)*`, "u");
const marks = /[!?！？]+/u;
const stop = /[.,;:。，、；：\n]+/u;
const parts = new RegExp(
  Object.entries({ silent, name, emoji, unspaced, word, marks, stop })
    .map(([name, part]) => `(?<${name}>${part.source})`)
    .join("|"),
  "gu",
);

/** Before a word of a hashtag, until it is a token: "#WorstServiceEver" is three words. */
const tagMark = "\uE001";
const hashtag = /#([\p{L}\p{N}_]+)/gu;
const seam = /_+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const apart = (_whole: string, tag: string): string => {
  const words = tag.split(seam).filter(Boolean);
  return words.map((each) => ` ${tagMark}${each}`).join("");
};

/** The tokens of a text in order; a character of a script without spaces is a token. Linear in its length. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const folded = text.normalize("NFKC").replaceAll(tagMark, "");
  const plain = folded.includes("#") ? folded.replace(hashtag, apart) : folded;
  for (const { 0: shown, groups, index } of plain.matchAll(parts)) {
    if (groups?.silent) {
      const key = /^[@＠]/.test(shown) ? (helpDesk.test(shown) ? "@help" : "@") : "//";
      tokens.push({ key, shown, kind: "silent", isLoud: false, isLong: false, isTag: false });
      continue;
    }
    const kind = groups?.name ? "name" : groups?.emoji ? "emoji" : groups?.marks ? "marks" : groups?.stop ? "stop" : "word";
    const lower = shown.toLowerCase().replaceAll("’", "'");
    const key = kind === "word" ? lower.replace(/(\p{L})\1{2,}/gu, "$1$1") : lower;
    const isLoud = kind === "word" && shown.length > 1 && shown !== lower && shown === shown.toUpperCase();
    tokens.push({ key, shown, kind, isLoud, isLong: key !== lower, isTag: plain.charAt(index - 1) === tagMark });
  }
  return tokens;
}
