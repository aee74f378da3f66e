import { primaryLanguage } from "../../schema/language.ts";
import * as families from "./families.ts";
import { folded, isInitial, nameWords, spokenHandle } from "./parts.ts";
import { formalTitles, friendlyTitles, joiners, unspokenId } from "./words.ts";

export interface Named {
  readonly handle: string | null;
  readonly name: string | null;
}

/** Longer is no name to call anybody by. */
const longest = 30;

const isHan = (word: string) => /^\p{sc=Han}+$/u.test(word);
const isKana = (word: string) => /[\p{sc=Hira}\p{sc=Kana}]/u.test(word);
const isHangul = (word: string) => /^\p{sc=Hang}+$/u.test(word);
const lengthOf = (word: string) => [...word].length;
const from = (word: string, at: number) => [...word].slice(at).join("");

/** A Chinese name in one piece: without the family name where what is left has two characters; "王老師" and nicknames as they are. */
function chinese(name: string): string | null {
  const length = lengthOf(name);
  if (families.chineseTitles.test(name)) return length <= 6 ? name : null;
  if (length > 4) return null;
  if (length > 2 && families.chineseOfTwo.has(name.slice(0, 2))) return from(name, 2);
  const isFamily = (at: number) => families.chinese.has([...name][at] ?? "");
  if (length === 3 && isFamily(0)) return from(name, 1);
  // The family names of both, as married people write them.
  return length === 4 && isFamily(0) && isFamily(1) ? from(name, 2) : name;
}

function koreanName(name: string): string | null {
  const length = lengthOf(name);
  if (length > 4) return null;
  if (length === 4 && families.koreanOfTwo.has(name.slice(0, 2))) return from(name, 2);
  return length === 3 && families.korean.has(name[0] ?? "") ? from(name, 1) : name;
}

/** Names in scripts that join family and given name; undefined for other scripts. */
function eastern(words: readonly string[], lang: string | null): string | null | undefined {
  const isJapanese = words.some(isKana) || (lang === "ja" && words.some(isHan));
  if (!words.every((word) => isHan(word) || isHangul(word) || isKana(word))) return undefined;
  if (words.length > 2) return null;
  const [first = "", second] = words;
  // A foreigner's name, with the given one first.
  if (first.includes("・") || first.includes("·")) return first.split(/[・·]/u)[0] ?? null;
  if (second !== undefined) return second;
  if (isJapanese) return lengthOf(first) <= 8 ? first : null;
  return isHangul(first) ? koreanName(first) : chinese(first);
}

const latinFamilies: Readonly<Record<string, ReadonlySet<string>>> = {
  vi: families.vietnamese,
  zh: families.chineseLatin,
  ko: families.koreanLatin,
  ja: families.japaneseLatin,
  hu: families.hungarian,
};

/** What a name in Latin letters is called by where the family name stands in front; undefined where it does not. */
function familyFirst(words: readonly string[], lang: string | null): string | undefined {
  const [first = "", last = ""] = [words[0], words.at(-1)].map((word) => folded(word ?? ""));
  if (words.length < 2) return undefined;
  const isVietnamese = lang === "vi" || families.surelyVietnamese.has(first);
  if (isVietnamese && families.vietnamese.has(first)) return words.at(-1);
  const known = latinFamilies[lang ?? ""];
  if (!known) return undefined;
  const isCapital = (word = "") => lengthOf(word) > 1 && word === word.toUpperCase();
  const isMarked = isCapital(words[0]) && !isCapital(words.at(-1));
  if (isMarked || (known.has(first) && !known.has(last))) return lang === "vi" ? words.at(-1) : words.slice(1).join(" ");
  return known.has(first) && known.has(last) ? words.at(-1) : undefined;
}

/** The first one that is said: not an initial, not what only another one follows. */
function givenFirst(words: readonly string[], lang: string | null): string | undefined {
  let at = words.findIndex((word) => !isInitial(word));
  if (at < 0) return undefined;
  if (lang === "id" && unspokenId.has(folded(words[at] ?? "")) && words[at + 1] !== undefined) at += 1;
  // "J. Smith" hides the name and shows the family's; "M. Rizki" of Java has no family's.
  if (lang !== "id" && at > 0 && at === words.length - 1) return undefined;
  const end = joiners.has(folded(words[at] ?? "")) ? 2 : 1;
  return words.slice(at, at + end).join(" ");
}

/** Capital letters as a sentence has them, where the name is in all large or all small ones. */
function cased(name: string): string {
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name;
  return name.toLowerCase().replace(/(^|[-' ’])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Somebody who wrote their handle where the name belongs. */
function isHandleAsName(words: readonly string[], handle: string | null): boolean {
  const [only = ""] = words;
  if (words.length > 1 || !/^[\p{sc=Latn}]+$/u.test(only)) return false;
  const isSame = only.toLowerCase() === (handle ?? "").replace(/^@/, "").toLowerCase();
  const isRunTogether = /\p{Ll}\p{Lu}/u.test(only) && !/^(?:Mc|Mac|De|Di|Le|La|O)\p{Lu}/u.test(only);
  const isAcronym = only === only.toUpperCase() && only.length <= 3;
  return (isSame && only === only.toLowerCase()) || isRunTogether || isAcronym;
}

function untitled(words: readonly string[], lang: string | null): string[] | null {
  const friendly = friendlyTitles[lang ?? ""];
  let at = 0;
  while (at < words.length - 1 && friendly?.has(folded(words[at] ?? ""))) at += 1;
  const isFriendly = at > 0;
  while (at < words.length - 1 && formalTitles.has(folded(words[at] ?? ""))) at += 1;
  // Behind "Mrs." alone stands a family's name.
  return at > 0 && !isFriendly && words.length - at === 1 ? null : words.slice(at);
}

function givenName({ name, handle }: Named, lang: string | null): string | null {
  const words = nameWords(name ?? "");
  const own = words && untitled(words, lang);
  if (!own || isHandleAsName(own, handle)) return null;
  const inEast = eastern(own, lang);
  const found = inEast === undefined ? (familyFirst(own, lang) ?? givenFirst(own, lang)) : inEast;
  const called = found === undefined || found === null ? null : cased(found.replace(/\.$/, ""));
  return called !== null && lengthOf(called) <= longest && /\p{L}/u.test(called) ? called : null;
}

/**
 * What an author is called by in an answer to a post in `lang` (BCP-47): the given name, as names of that language and of the name's own script are
 * built, else the handle with its sign, else null. It holds letters, hyphens and apostrophes only, whatever a stranger chose as a name.
 */
export function firstName(author: Named, lang: string | null): string | null {
  return givenName(author, primaryLanguage(lang)) ?? spokenHandle(author.handle);
}
