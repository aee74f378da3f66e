import type { Hit, KeywordEntry, KeywordList } from "../../schema/keywords.ts";
import { primaryLanguage } from "../../schema/language.ts";
import { asItIs, compose, inParts, mayChange } from "../letters/composed.ts";
import { patternForm } from "../letters/pattern.ts";
import { readWords, type Word } from "../letters/words.ts";
import { entryIn, headUnit, negative, openPacked, type Packed, spellingIn } from "../pack/packed.ts";
import { Candidates } from "../screen/candidates.ts";
import { bareHandle, type ReadyEntry, readyEntry } from "./entry.ts";
import { readings } from "./finder.ts";
import type { Judge, Matcher, PostFacts } from "./matcher.ts";
import { Surroundings } from "./surroundings.ts";

const mostHits = 20;
const mostContext = 10;
const enoughBrand = 0.5;

/**
 * A matcher over what `packMatcher` built of these lists, ready at once: an entry is read when its first word is first met. `judge` decides on entries
 * marked ambiguous; without one they hit like any other. Throws `RangeError` for a buffer of another format.
 */
export function openMatcher(buffer: ArrayBuffer, lists: readonly KeywordList[], judge: Judge | null = null): Matcher {
  return new PackedMatcher(openPacked(buffer), lists, judge);
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
  readonly #entries: readonly KeywordEntry[];
  readonly #judge: Judge | null;
  readonly #candidates: Candidates;
  readonly #hasNegative: boolean;
  readonly #ready = new Map<number, ReadyEntry>();

  constructor(packed: Packed, lists: readonly KeywordList[], judge: Judge | null) {
    this.#packed = packed;
    this.#entries = lists.flatMap((list) => list.entries);
    this.#judge = judge;
    this.#candidates = new Candidates(packed);
    this.#hasNegative = packed.guards.some((guard) => (guard & negative) !== 0);
  }

  match(text: string, lang: string | null, facts: PostFacts = {}): Hit[] {
    // Letters as they came tell where a keyword may stand, but for parts of Korean syllables.
    const isBegun = this.#begin(text);
    if (!isBegun && !inParts.test(text)) return [];
    const { text: letters, startOf, endOf } = mayChange.test(text) ? compose(text) : asItIs(text);
    if (letters === text) return isBegun ? this.#hitsIn(text, lang, facts) : [];
    const hits = this.#begin(letters) ? this.#hitsIn(letters, lang, facts) : [];
    return hits.map((hit) => ({ ...hit, start: startOf(hit.start), end: endOf(hit.end) }));
  }

  /** Goes to the first place in a text where a keyword may stand; false when there is none. */
  #begin(text: string): boolean {
    this.#candidates.begin(text);
    return this.#candidates.next();
  }

  /** The hits of a text that was begun. */
  #hitsIn(text: string, lang: string | null, { author = null }: PostFacts): Hit[] {
    const candidates = this.#candidates;
    const reading: Reading = {
      text,
      lang: primaryLanguage(lang),
      author: author && bareHandle(author),
      surroundings: new Surroundings(text),
      hits: [],
    };
    const { hits } = reading;
    do {
      const isNegative = ((this.#packed.guards[candidates.row] ?? 0) & negative) !== 0;
      const isFull = hits.length >= mostHits && candidates.end > (hits.at(-1)?.end ?? 0);
      if (isFull && !this.#hasNegative) break;
      if (isFull && !isNegative) continue;
      const before = hits.length;
      this.#read(reading);
      if (isNegative && hits.length > before) return [];
    } while (candidates.next());
    return weed(hits).slice(0, mostHits);
  }

  #entry(row: number): ReadyEntry | null {
    const known = this.#ready.get(row);
    if (known) return known;
    const owner = this.#packed.owners[row] ?? 0;
    const entry = this.#entries[entryIn(owner)];
    const ready = entry ? readyEntry(entry, spellingIn(owner)) : null;
    if (ready) this.#ready.set(row, ready);
    return ready;
  }

  /** Adds the hits of the row that the candidates stand at: more than one only where Hebrew prefixes can be read in several ways. */
  #read(reading: Reading): void {
    const { row, start } = this.#candidates;
    const entry = this.#entry(row);
    if (!entry) return;
    const guard = this.#packed.guards[row] ?? 0;
    const sureEnd = entry.pattern.prefix ? -1 : this.#candidates.sureEnd();
    if (sureEnd >= 0) {
      const { id, label } = entry;
      reading.hits.push({ entryId: id, label, start: guard & headUnit ? start - 1 : start, end: sureEnd, form: "exact", context: [] });
    } else this.#readClosely(entry, reading, start);
  }

  #readClosely(entry: ReadyEntry, reading: Reading, start: number): void {
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
    const decided = new Set(judged?.reasons.flatMap((reason) => reason.words));
    const words = [...context, ...[...decided].filter((word) => !context.includes(word))];
    return { entryId: entry.id, label: entry.label, ...span, form, context: words.slice(0, mostContext) };
  }
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
