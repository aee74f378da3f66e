import { AhoCorasick } from "@monyone/aho-corasick/fast";
import FastScanner from "fastscan";
import KeywordProcessor from "flashtext.js";

/** Counts the keywords in a text. */
export type Count = (text: string) => number;

export interface MatchPeer {
  readonly name: string;
  compile(keywords: readonly string[]): Count;
}

const letter = /[\p{L}\p{M}\p{N}_]/u;
const spaceless = /[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]/u;
/** By code unit: 1 where a word goes on. */
const goesOn = new Uint8Array(0x10000).map((_, unit) => {
  const character = String.fromCharCode(unit);
  return letter.test(character) && !spaceless.test(character) ? 1 : 0;
});

const isWhole = (text: string, start: number, end: number): boolean =>
  !(start > 0 && goesOn[text.charCodeAt(start - 1)] && goesOn[text.charCodeAt(start)]) &&
  !(end < text.length && goesOn[text.charCodeAt(end)] && goesOn[text.charCodeAt(end - 1)]);

/** None of them knows beginnings of words; they look for the whole word. */
const plain = (keyword: string): string => keyword.replace("*", "").toLowerCase();

const escaped = (keyword: string): string => plain(keyword).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The ways to look for many whole words at once, made insensitive to case where they are not. */
export const peers: readonly MatchPeer[] = [
  {
    name: "RegExp",
    compile(keywords) {
      const words = keywords.filter((keyword) => !spaceless.test(keyword)).map(escaped);
      const others = keywords.filter((keyword) => spaceless.test(keyword)).map(escaped);
      const whole = `(?<![\\p{L}\\p{M}\\p{N}_])(?:${words.join("|")})(?![\\p{L}\\p{M}\\p{N}_])`;
      const pattern = new RegExp([whole, ...(others.length > 0 ? [others.join("|")] : [])].join("|"), "giu");
      return (text) => {
        let count = 0;
        for (const _ of text.matchAll(pattern)) count++;
        return count;
      };
    },
  },
  {
    name: "@monyone/aho-corasick",
    compile(keywords) {
      const found = new AhoCorasick(keywords.map(plain));
      return (text) => {
        const folded = text.toLowerCase();
        let count = 0;
        for (const { begin, end } of found.matchInText(folded)) if (isWhole(folded, begin, end)) count++;
        return count;
      };
    },
  },
  {
    name: "fastscan",
    compile(keywords) {
      const scanner = new FastScanner(keywords.map(plain));
      return (text) => {
        const folded = text.toLowerCase();
        let count = 0;
        for (const [start, word] of scanner.search(folded)) if (isWhole(folded, start, start + word.length)) count++;
        return count;
      };
    },
  },
  {
    name: "flashtext.js",
    compile(keywords) {
      const processor = new KeywordProcessor();
      for (const keyword of keywords) processor.addKeyword(plain(keyword), plain(keyword));
      return (text) => processor.extractKeywords(text.toLowerCase()).length;
    },
  },
];
