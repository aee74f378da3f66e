import { codesOf, modeOf, singleMode } from "../letters/codes.ts";
import { endHash, pairHash, wordFactor } from "../letters/hash.ts";
import { signOf } from "../letters/signs.ts";
import { codePointBefore, codePointOf, isTrail, units } from "../letters/units.ts";
import * as value from "../letters/value.ts";
import { firstRow, mayHave, type Roots, shiftFor } from "../pack/roots.ts";
import { type LoneRoots, Values } from "./values.ts";
import { beforeAt, emptyHeld, hashAt, walkPairs, walkWords } from "./walk.ts";

/** More letters than a keyword has. */
const longestRoot = 120;
/** The hash at the end of a word of which no letter counted. */
const bareEnd = endHash(0);
/** How many units after a root the next word is looked for. */
const furthestNext = 64;

/**
 * Goes through a text and stops wherever the first word of a keyword may end. It misses nothing, and what it stops at must be read exactly.
 */
export class Scanner {
  readonly #roots: Roots;
  readonly #shift: number;
  readonly #lone: LoneRoots;
  readonly #values: Values;
  /** The values of the present mode, by code unit. */
  #table: Int16Array = new Int16Array(0);
  #text = "";
  /** The next unit to be read. */
  #at = 0;
  #mode = 0;
  readonly #held = emptyHeld();
  /** No word that is being read begins before this. */
  #since = 0;
  /** Further roots that end at the reported place and are still to be reported: numbers of their first rows, below zero for roots of one character. */
  readonly #waiting: number[] = [];
  #end = 0;
  /** Where a word's end was told last, so that it is told once. */
  #toldAt = -1;
  /** After `next`: the number of the first row with this root, from 1. */
  row = 0;
  /** After `rootStart`: how many letters that word has; not a number when marks make that uncertain. */
  letters = 0;
  /** Whether the reported root is one character of a script without spaces, not two. */
  #isLone = false;

  constructor(roots: Roots, lone: LoneRoots) {
    this.#roots = roots;
    this.#shift = shiftFor(roots.filter.length);
    this.#lone = lone;
    this.#values = new Values(lone);
  }

  /** The offset after the root that was stopped at. */
  get end(): number {
    return this.#end;
  }

  get #hash(): number {
    return this.#held[hashAt] ?? 0;
  }
  set #hash(hash: number) {
    this.#held[hashAt] = hash;
  }

  /** Code of the letter before, in scripts without spaces. */
  get #before(): number {
    return this.#held[beforeAt] ?? 0;
  }
  set #before(code: number) {
    this.#held[beforeAt] = code;
  }

  /** Begins another text. */
  start(text: string): void {
    this.#text = text;
    this.#at = 0;
    this.#since = 0;
    this.#toldAt = -1;
    this.#waiting.length = 0;
    this.#enter(0);
  }

  /** Goes to the next place; false at the end of the text. */
  next(): boolean {
    const text = this.#text;
    while (this.#waiting.length === 0) {
      if (this.#at < text.length) this.#walk(text);
      if (this.#at >= text.length) {
        if (this.#hash === 0 && !this.#endsBare()) return false;
        this.#endWord();
      } else {
        const unit = text.charCodeAt(this.#at);
        const code = this.#table[unit] ?? value.unknown;
        if (code < value.separator) this.#special(unit, code);
        else this.#stop(code);
      }
    }
    const row = this.#waiting.pop() ?? 0;
    this.row = Math.abs(row);
    this.#isLone = row < 0;
    return true;
  }

  /** Handles a unit at which the fast loop stopped because it may end a root: as the root's last letter, or as the separator after it. */
  #stop(code: number): void {
    this.#end = code < 0 ? this.#at : this.#at + 1;
    if (code >= 0 || this.#hash !== bareEnd || this.#endsBare()) this.#found(this.#hash, false);
    this.#at++;
    if (code < 0) this.#hash = 0;
  }

  /** Handles a word that ended before this place, though the tables show no separator there. */
  #endWord(): void {
    this.#end = this.#at;
    if (this.#mode !== singleMode && (this.#hash !== 0 || this.#endsBare())) this.#found(endHash(this.#hash), false);
    this.#toldAt = this.#at;
    this.#hash = 0;
    this.#before = 0;
  }

  /** Whether a word of nothing but letters that Hebrew writes on may end here: asked where no other letter was read since the last word. */
  #endsBare(): boolean {
    if (!this.#lone.isBare || this.#mode === singleMode || this.#at <= this.#since || this.#at === this.#toldAt) return false;
    return this.#values.of(this.#text.charCodeAt(this.#at - 1), this.#mode) !== value.separator;
  }

  #walk(text: string): void {
    const { filter } = this.#roots;
    const walk = this.#mode === singleMode ? walkPairs : walkWords;
    this.#at = walk(this.#held, text, this.#at, this.#table, filter, this.#shift);
  }

  #found(hash: number, isLone: boolean): void {
    const row = hash === 0 || mayHave(this.#roots, hash) ? firstRow(this.#roots, hash) : 0;
    if (row > 0) this.#waiting.push(isLone ? -row : row);
  }

  #enter(mode: number): void {
    this.#mode = mode;
    this.#table = this.#values.table(mode);
    this.#hash = 0;
    this.#before = 0;
  }

  /** Handles a unit that the fast loop leaves to slower code. */
  #special(unit: number, code: number): void {
    if (code === value.unknown) {
      this.#values.of(unit, this.#mode);
      return;
    }
    const trail = this.#text.charCodeAt(this.#at + 1);
    if (code !== value.surrogate) this.#take(unit, code, 1);
    else if (isTrail(trail)) this.#take(codePointOf(unit, trail), this.#values.beyond(unit, trail, this.#mode), 2);
    else this.#take(unit, value.separator, 1);
  }

  /** Takes a character of `length` units and this value. */
  #take(codePoint: number, code: number, length: number): void {
    if (code <= value.otherMode) {
      this.#turn(value.otherMode - code);
      return;
    }
    if (code === value.separator) this.#endWord();
    this.#at += length;
    if (code < 0 && code >= value.unknown) return;
    this.#end = this.#at;
    if (code >= 0) this.#add(code);
    else if (code === value.rootLetter && this.#mode !== singleMode) this.#addPrefix();
    else if (code === value.rootLetter || code === value.several) this.#addAll(codePoint);
  }

  #add(code: number): void {
    if (this.#mode === singleMode) {
      this.#hash = pairHash(this.#before, code);
      // The hash of a letter after nothing is that of one alone, which is told apart.
      if (this.#before !== 0) this.#found(this.#hash, false);
      this.#before = code;
    } else {
      this.#hash = Math.imul(this.#hash + code, wordFactor);
      this.#found(this.#hash, false);
    }
  }

  /** Adds a letter that Hebrew may put in front of a word, where some keyword begins with nothing but such letters. */
  #addPrefix(): void {
    if (this.#hash !== 0) this.#add(0);
    else this.#found(0, false);
  }

  /** Adds a character that stands for several letters, or one that may be a root by itself. A root that ends within it is as good as one that ends after it. */
  #addAll(codePoint: number): void {
    const { coarse, kind } = signOf(codePoint);
    const codes = codesOf(coarse, kind);
    if (this.#mode === singleMode) this.#found(pairHash(0, codes[0] ?? 0), true);
    for (const code of codes) this.#add(code);
  }

  /** Changes to another mode; a word that has nothing but digits so far is carried over. */
  #turn(mode: number): void {
    const fromOrToSingle = mode === singleMode || this.#mode === singleMode;
    const goesAlong = !fromOrToSingle && !this.#endsInLetter(mode) && this.#onlyJoiners();
    if (!goesAlong) {
      this.#endWord();
      // The word that ends here is reported first, while the fields still describe it.
      if (this.#waiting.length > 0) return;
      this.#since = this.#at;
    }
    const hash = this.#hash;
    this.#enter(mode);
    this.#hash = hash;
  }

  /** Whether the character before this place is surely no letter of that mode (digits might belong to it): mostly true, and cheap to tell. */
  #endsInLetter(mode: number): boolean {
    return this.#at > this.#since && this.#values.of(this.#text.charCodeAt(this.#at - 1), mode) <= value.otherMode;
  }

  /** Whether only digits, underscores and invisible characters stand between the word's beginning and here. */
  #onlyJoiners(): boolean {
    for (let at = this.#at; at > this.#since; ) {
      const codePoint = codePointBefore(this.#text, at);
      const { kind } = signOf(codePoint);
      if (kind === "none") return true;
      if (kind !== "joiner" && kind !== "ignored" && kind !== "mark") return false;
      at -= codePoint >= units ? 2 : 1;
    }
    return true;
  }

  /** The hash of the word after the root, or of the character after it in a script without spaces; 0 where it cannot be told so cheaply. */
  nextHash(): number {
    const last = this.#end + furthestNext;
    let at = this.#end;
    while (at < last && isGap(this.#codeAt(at))) at++;
    let mode = this.#mode;
    if (this.#codeAt(at) <= value.otherMode) mode = value.otherMode - this.#codeAt(at);
    const first = this.#codeAt(at, mode);
    if (mode === singleMode) return first < 0 ? 0 : pairHash(0, first);
    let hash = 0;
    let code = first;
    for (; code >= 0 || code === value.ignored || code === value.rootLetter; code = this.#codeAt(++at, mode)) {
      if (code !== value.ignored) hash = Math.imul(hash + Math.max(0, code), wordFactor);
    }
    return code === value.separator ? hash : 0;
  }

  /** The value of the unit at an offset in a mode; a separator beyond the end. */
  #codeAt(at: number, mode = this.#mode): number {
    return at < this.#text.length ? this.#values.of(this.#text.charCodeAt(at), mode) : value.separator;
  }

  /** Where the word or pair that the root ends begins; -1 when that is further back than any keyword is long. */
  rootStart(): number {
    let start = this.#end;
    this.letters = 0;
    let left = this.#mode === singleMode ? (this.#isLone ? 1 : 2) : longestRoot;
    for (let at = this.#end; at > this.#since && left > 0; ) {
      const unit = this.#text.charCodeAt(at - 1);
      const code = this.#table[unit] ?? value.unknown;
      const codePoint = code >= value.separator && !isTrail(unit) ? unit : codePointBefore(this.#text, at);
      at -= codePoint >= units ? 2 : 1;
      const length = code >= 0 ? 1 : this.#lengthOf(codePoint);
      if (length < 0) break;
      if (length === 0) continue;
      left--;
      this.letters += length;
      start = at;
    }
    return left === 0 && this.#mode !== singleMode ? -1 : start;
  }

  /** How many letters of a word of the present mode a character is: 0 where it is not seen, -1 where it is of no such word. */
  #lengthOf(codePoint: number): number {
    const { kind, coarse } = signOf(codePoint);
    if (kind === "mark") this.letters = Number.NaN;
    if (kind === "ignored" || kind === "mark") return 0;
    return kind === "none" || (kind !== "joiner" && modeOf(kind) !== this.#mode) ? -1 : coarse.length;
  }
}

const isGap = (code: number): boolean => code === value.separator || code === value.ignored;
