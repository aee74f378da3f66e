import { contextWords } from "../../schema/limits.ts";
import { type HitContext, isWord, letterCase, readContext, type TextSpan } from "./ambiguity-context.ts";

/** What the workspace said of the entry. */
export interface AmbiguousEntry {
  text: string;
  /** Is this (in small letters, without its sign) one of the company's own words? One of them nearby settles it. */
  isOwn: (word: string) => boolean;
  /** How far the name is an everyday word, 0..1 (`everydayness`). */
  everyday?: number;
}

/** One piece of evidence: its code (the table's key), how strongly it is there (0..3), and the words that show it. */
export interface Evidence {
  code: string;
  value: number;
  words: string[];
}

/** Is `word` one of the table's `group`? */
export type HasWord = (group: string, word: string | undefined) => boolean;

/** All that speaks for or against the company around `span`, unweighed. */
export function findEvidence(text: string, span: TextSpan, entry: AmbiguousEntry, has: HasWord): Evidence[] {
  const context = readContext(text, span);
  const found: Evidence[] = [];
  const add = (code: string, isThere: boolean | number, ...words: (string | undefined)[]) => {
    if (isThere) found.push({ code, value: Number(isThere), words: words.filter((word) => word !== undefined) });
  };
  form(context, entry, add);
  mark(context, entry, add);
  neighbours(context, has, add);
  surroundings(context, entry, has, add);
  return found;
}

type Add = (code: string, isThere: boolean | number, ...words: (string | undefined)[]) => void;

function form({ mention, opens, post }: HitContext, entry: AmbiguousEntry, add: Add) {
  const shape = letterCase(mention);
  if (shape === "none") {
    add("caseless", true);
    return;
  }
  const loud = post === "upper" || (post === "title" && shape === "capital");
  if (shape === "lower") add(post === "lower" ? "lowerPost" : "lower", true);
  else add(loud ? "loud" : opens ? "opens" : "capital", true);
  add(shape === "lower" ? "everydayLow" : loud || opens ? "everydayOpens" : "everydayCapital", entry.everyday ?? 0);
}

function mark({ mention, before, after }: HitContext, entry: AmbiguousEntry, add: Add) {
  const name = entry.text.replace(/\s/g, "").toLowerCase();
  const sign = before[0];
  add("handle", sign === "@", `@${mention}`);
  add("hashtag", sign === "#", `#${mention}`);
  const own = [...before, ...after].find((token) => /^(?:[@#]|https?:).{2,}/.test(token) && token.toLowerCase().includes(name));
  add("link", own !== undefined, own);
}

const titleWords = ["a", "the", "in", "of", "to"];

function neighbours({ mention, before, after, opens, post }: HitContext, has: HasWord, add: Add) {
  if (before[0] === "@") return;
  const [previous, ...earlier] = before[0] === "#" ? before.slice(1) : before;
  const follower = /^['’]s$/i.test(after[0] ?? "") ? undefined : after[0];
  const next = follower ?? after[1];
  const low = letterCase(mention) === "lower";
  const hasAny = (names: string[], word: string | undefined) => names.some((group) => has(group, word));
  const isSmall = (word: string | undefined) => hasAny(["small", "place", "determiner", "verbal", "does"], word);
  const isCompany = hasAny(["companyNext", "company"], next);
  add("companyNext", isCompany, next);
  add("nameTail", has("nameTail", next), next);
  add("of", follower?.toLowerCase() === "of", follower);
  add("does", !low && has("does", follower), follower);
  add("place", has("place", previous), previous);
  add("determined", low && has("determiner", previous), previous);
  add("verbal", low && has("verbal", previous), previous);
  add("thingNext", isWord(next) && letterCase(next) === "lower" && !isSmall(next) && !isCompany && !has("nameTail", next), next);
  if (low || post === "upper") return;
  const sure = post === "title" ? 0.2 : 1;
  const isName = (word: string | undefined) => isWord(word) && letterCase(word) === "capital" && word.length > 1 && !isSmall(word);
  add("nameBefore", !opens && isName(previous) && !has("company", previous) && !/(?:ing|ed|['’]s)$/.test(previous ?? "") && sure, previous);
  add("nameAfter", isName(follower) && !isCompany && sure, follower);
  const isTitleWord = (word: string | undefined) => titleWords.includes(word?.toLowerCase() ?? "");
  add("inTitle", isTitleWord(previous) && isName(earlier.find((word) => !isTitleWord(word))) && sure, previous);
}

function surroundings({ mention, before, after }: HitContext, entry: AmbiguousEntry, has: HasWord, add: Add) {
  const near = [...words(before), ...words(after)].filter((word) => word.toLowerCase() !== entry.text.toLowerCase());
  const own = near.filter((word) => entry.isOwn(word.replace(/^[@#$]/, "").toLowerCase()));
  add("own", own.length > 0, ...own);
  const company = near.filter((word) => has("company", word.replace("#", "")));
  add("company", Math.min(company.length, 3), ...company);
  const person = near.filter((word) => has("person", word));
  add("person", letterCase(mention) !== "lower" && Math.min(person.length, 2), ...person);
  const ordinary = near.filter((word) => has("ordinary", word.replace("#", "")));
  add("ordinary", Math.min(ordinary.length, 3), ...ordinary);
}

const words = (tokens: string[]) => tokens.filter((token) => /\p{L}/u.test(token)).slice(0, contextWords);
