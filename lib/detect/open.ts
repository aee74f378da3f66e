import type { Hit } from "../schema/keywords.ts";
import { bareHandle, type ReadyEntry, readyEntry } from "./entry.ts";
import { readings } from "./finder.ts";
import type { Judge, Matcher, PostFacts } from "./matcher.ts";
import { freeEnd, headUnit, lettersShift, negative, openPacked, type Packed, plainRun, plainWord } from "./packed.ts";
import { patternForm } from "./pattern.ts";
import { Scanner } from "./scanner.ts";
import { Surroundings } from "./surroundings.ts";
import { readWords, type Word } from "./words.ts";

const mostHits = 20;
const mostContext = 10;
const asciiEnd = 0x80;
const mostPrefixes = 2;
const enoughBrand = 0.5;

/**
 * A matcher over what `packMatcher` built, ready at once: nothing is read before the first text. `judge` decides on entries marked ambiguous;
 * without one they hit like any other. Throws `RangeError` for a buffer of another format.
 */
export function openMatcher(buffer: ArrayBuffer, judge: Judge | null = null): Matcher {
  return new PackedMatcher(openPacked(buffer), judge);
}

/** A text being matched. */
interface Reading {
  readonly text: string;
  readonly lang: string | null;
  readonly author: string | null;
  readonly surroundings: Surroundings;
  readonly hits: Hit[];
}

class PackedMatcher implements Matcher {
  readonly #packed: Packed;
  readonly #judge: Judge | null;
  readonly #scanner: Scanner;
  readonly #hasNegative: boolean;
  readonly #ready = new Map<number, ReadyEntry>();
  readonly #decoder = new TextDecoder();

  constructor(packed: Packed, judge: Judge | null) {
    this.#packed = packed;
    this.#judge = judge;
    this.#scanner = new Scanner(packed, { singles: new Set(packed.singles), prefixes: prefixesOf(packed) });
    this.#hasNegative = packed.guards.some((guard) => (guard & negative) !== 0);
  }

  match(text: string, lang: string | null, { author = null }: PostFacts = {}): Hit[] {
    const scanner = this.#scanner;
    scanner.start(text);
    if (!scanner.next()) return [];
    const language = lang?.split("-", 1)[0]?.toLowerCase() ?? null;
    const reading: Reading = { text, lang: language, author: author && bareHandle(author), surroundings: new Surroundings(text), hits: [] };
    do {
      const isFull = reading.hits.length >= mostHits && scanner.end > (reading.hits.at(-1)?.end ?? 0);
      if (isFull && !this.#hasNegative) break;
      if (this.#isNegative(reading, isFull)) return [];
    } while (scanner.next());
    return weed(reading.hits).slice(0, mostHits);
  }

  /** Reads the rows of the root that the scanner stopped at; true when one of a negative list is met. Only those are read once `isFull`. */
  #isNegative(reading: Reading, isFull: boolean): boolean {
    const { guards, others } = this.#packed;
    let start: number | null = null;
    for (let row = this.#scanner.row - 1; row >= 0; row = (others[row] ?? 0) - 1) {
      const isNegative = ((guards[row] ?? 0) & negative) !== 0;
      if ((isFull && !isNegative) || !this.#nextFits(row)) continue;
      start ??= this.#scanner.rootStart();
      if (start < 0) return false;
      if (!this.#headFits(row, reading.text, start)) continue;
      const before = reading.hits.length;
      if (!this.#readPlain(row, reading, start)) this.#read(row, reading, start);
      if (isNegative && reading.hits.length > before) return true;
    }
    return false;
  }

  /** A cheap look at the word after the root, where most phrases end. */
  #nextFits(row: number): boolean {
    const wanted = this.#packed.nexts[row] ?? 0;
    if (wanted === 0) return true;
    const next = this.#scanner.nextHash();
    return next === 0 || next === wanted;
  }

  /** A cheap look at the sign before the root and at its length, which Hebrew prefixes leave open. */
  #headFits(row: number, text: string, start: number): boolean {
    const guard = this.#packed.guards[row] ?? 0;
    const letters = guard >>> lettersShift;
    const more = this.#scanner.letters - letters;
    if (letters > 0 && (more < 0 || more > mostPrefixes)) return false;
    const head = guard & headUnit;
    const before = start === 0 ? 0 : text.charCodeAt(start - 1);
    return head === 0 || before >= asciiEnd || before === head;
  }

  #entry(row: number): ReadyEntry {
    const known = this.#ready.get(row);
    if (known) return known;
    const { places, entries } = this.#packed;
    const ready = readyEntry(this.#decoder.decode(entries.subarray(places[row], places[row + 1])));
    this.#ready.set(row, ready);
    return ready;
  }

  /** Adds the hit of a keyword that stands there letter by letter and needs no closer reading; false for anything else. */
  #readPlain(row: number, { text, hits }: Reading, start: number): boolean {
    const guard = this.#packed.guards[row] ?? 0;
    const isRun = (guard & plainRun) !== 0;
    if (!isRun && (guard & plainWord) === 0) return false;
    const { low, id, label } = this.#entry(row);
    const end = isRun ? start + low.length : this.#scanner.end;
    if (end - start !== low.length || text.slice(start, end).toLowerCase() !== low) return false;
    if (isRun && this.#scanner.isUnseen(end)) return false;
    hits.push({ entryId: id, label, start, end, form: "exact", context: [] });
    return true;
  }

  /** Adds the hits of a row whose root's word begins at `start`: more than one only where Hebrew prefixes can be read in several ways. */
  #read(row: number, reading: Reading, start: number): void {
    const entry = this.#entry(row);
    const { pattern } = entry;
    if (entry.languages.length > 0 && reading.lang !== null && !entry.languages.includes(reading.lang)) return;
    if (reading.author !== null && entry.ignoreAuthors.has(reading.author)) return;
    const words = readWords(reading.text, start, pattern.words.length);
    const [word] = words;
    const last = words[pattern.words.length - 1];
    if (!word || !last) return;
    for (const first of readings(word, reading.text)) {
      const form = patternForm(pattern, reading.text, words, 0, first, entry.leet);
      const hit = form && this.#hit(entry, reading, form, first, last);
      if (hit) reading.hits.push(hit);
    }
  }

  #hit(entry: ReadyEntry, { text, surroundings }: Reading, form: Hit["form"], first: Word, last: Word): Hit | null {
    const { head, tail } = entry.pattern;
    const span = { start: first.start - head.length, end: last.end + tail.length };
    const context = entry.around ? surroundings.context(entry.around, first, last) : [];
    if (!context) return null;
    const judged = entry.ambiguous && this.#judge ? this.#judge(text, span, entry) : null;
    if (judged && judged.brand < enoughBrand) return null;
    const words = [...context, ...(judged?.reasons.flatMap((reason) => reason.words) ?? [])];
    return { entryId: entry.id, label: entry.label, ...span, form, context: words.slice(0, mostContext) };
  }
}

/** How Hebrew words of nothing but written-on letters are looked for: their hash is 0. */
function prefixesOf({ hashes, guards }: Packed): "none" | "whole" | "free" {
  if (!hashes.includes(0)) return "none";
  return hashes.some((hash, row) => hash === 0 && ((guards[row] ?? 0) & freeEnd) !== 0) ? "free" : "whole";
}

/** Hits in order, the longer first, each once; where something was met exactly, weaker forms at the same place are left out. */
function weed(hits: Hit[]): Hit[] {
  if (hits.length < 2) return hits;
  const place = (hit: Hit) => `${hit.start} ${hit.end}`;
  const exact = new Set(hits.filter((hit) => hit.form === "exact").map(place));
  const once = new Map(hits.map((hit) => [`${place(hit)} ${hit.entryId}`, hit]));
  return [...once.values()]
    .filter((hit) => hit.form === "exact" || !exact.has(place(hit)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
