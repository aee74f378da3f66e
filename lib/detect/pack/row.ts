import type { KeywordEntry } from "../../schema/keywords.ts";
import { codesOf } from "../letters/codes.ts";
import { endHash, singleHash, spellingHash, wordHash } from "../letters/hash.ts";
import { type Pattern, readPattern } from "../letters/pattern.ts";
import { asHashtag, waysToWrite } from "../letters/spellings.ts";
import { closeSides, freeEnd, lettersShift, negative, openEnd, type SpellingRow, sure } from "./packed.ts";
import { quickRow } from "./quick-row.ts";

/** The rows of an entry, none when there is no word in it. */
export function rowsOf(entry: KeywordEntry, isNegative: boolean): SpellingRow[] {
  const flags = (isNegative ? negative : 0) | (asksMore(entry) ? 0 : sure);
  const quick = entry.leet ? null : quickRow(entry.text.normalize("NFC"), flags);
  const rows = quick ? [quick] : closeRows(entry, flags);
  if (rows.length > 0 && /\s/.test(entry.text)) rows.push(...hashtagRows(entry, flags, quick !== null));
  return rows;
}

/** The row of the hashtag that a phrase makes, if it makes one. */
function hashtagRows(entry: KeywordEntry, flags: number, isQuick: boolean): SpellingRow[] {
  const hashtag = isQuick ? `#${entry.text.normalize("NFC").replaceAll(" ", "")}` : asHashtag(entry.text);
  if (hashtag === null) return [];
  const spelling = entry.leet ? waysToWrite(entry).length : 1;
  const joined = quickRow(hashtag, flags);
  return joined ? [{ ...joined, spelling }] : spelledRow(hashtag, flags, spelling);
}

/** The same by taking every spelling apart, whatever is in it. */
export function closeRows(entry: KeywordEntry, flags: number): SpellingRow[] {
  return waysToWrite(entry).flatMap((spelling, index) => spelledRow(spelling, flags, index));
}

function spelledRow(spelling: string, flags: number, index: number): SpellingRow[] {
  const pattern = readPattern(spelling);
  return pattern ? [spellingRow(pattern, spelling.trim().toLowerCase(), flags, index)] : [];
}

/** Whether more than the spelling decides on a hit. */
function asksMore({ mustNear, mustNotNear, languages, ignoreAuthors, ignoreDomains, leet, ambiguous }: KeywordEntry): boolean {
  const isFilled = (list: readonly string[] | undefined) => list !== undefined && list.length > 0;
  if (leet || ambiguous || isFilled(mustNear) || isFilled(mustNotNear)) return true;
  return isFilled(languages) || isFilled(ignoreAuthors) || isFilled(ignoreDomains);
}

function spellingRow(pattern: Pattern, low: string, flags: number, spelling: number): SpellingRow {
  const { words, head, prefix } = pattern;
  const { hash, length: rootLength, single } = rootOf(pattern);
  const written = prefix ? low.replace(/\*+$/, "") : low;
  const isFree = prefix && words.length === rootLength;
  const letters = !isFree && words[0]?.kind === "hebrew" ? words[0].coarse.length : 0;
  const unit = head === "" ? 0 : head.charCodeAt(head.length - 1);
  const guard = unit | sureFlags(pattern, written, flags) | (isFree ? freeEnd : 0) | (letters << lettersShift);
  return { spelling, hash, single, next: nextOf(pattern, rootLength), guard, exact: spellingHash(written), length: written.length };
}

/** The flags with what a sure row must look at; without `sure` where signs around it are free or Hebrew could be read in several ways. */
function sureFlags({ words, head, tail, kind, prefix }: Pattern, written: string, flags: number): number {
  const [first, last] = [words[0], words.at(-1)];
  const isBare = head.length < 2 && first?.start === head.length && (last?.end ?? 0) + tail.length === written.length;
  if (!isBare || (prefix && first?.kind === "hebrew")) return flags & ~sure;
  const isOpen = prefix || words.every((word) => word.kind === "single");
  return flags | (isOpen ? openEnd : 0) | (kind === "plain" ? 0 : closeSides);
}

/** The root of a pattern: its first word (with its end, unless it may go on), or its first two characters where they stand together in a script without spaces. */
function rootOf({ words, gaps, prefix }: Pattern): { hash: number; length: number; single: number | null } {
  const [first, second] = words;
  if (!first) return { hash: 0, length: 0, single: null };
  if (first.kind !== "single") {
    const hash = wordHash(first);
    const isFree = prefix && words.length === 1;
    return { hash: isFree ? hash : endHash(hash), length: 1, single: null };
  }
  if (second?.kind === "single" && gaps[1]?.text === "") return { hash: singleHash(first, second), length: 2, single: null };
  return { hash: singleHash(null, first), length: 1, single: codesOf(first.coarse, first.kind)[0] ?? 0 };
}

function nextOf({ words, prefix }: Pattern, index: number): number {
  const next = words[index];
  if (!next || (prefix && index === words.length - 1)) return 0;
  return next.kind === "single" ? singleHash(null, next) : wordHash(next);
}
