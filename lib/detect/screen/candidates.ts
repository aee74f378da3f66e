import { endHash, spellingHash } from "../letters/hash.ts";
import { signOf } from "../letters/signs.ts";
import { closeSides, headUnit, lettersShift, openEnd, type Packed, sure } from "../pack/packed.ts";
import { Scanner } from "./scanner.ts";
import type { LoneRoots } from "./values.ts";

const asciiEnd = 0x80;
const mostPrefixes = 2;
/** More of a word before or behind the place in the middle, but for a possessive. */
const joined = /[\p{L}\p{M}]["'׳״‘-”] | ["'׳״‘-”](?!s(?!\p{L}))\p{L}/iu;

/** Goes through a text from one row to the next whose keyword may stand there, after all looks that are cheap. */
export class Candidates {
  readonly #packed: Packed;
  readonly #scanner: Scanner;
  #text = "";
  /** The number of the row to be looked at next, from 1; 0 when the scanner must go on. */
  #following = 0;
  /** After `next`: the row, and where its first word begins. */
  row = 0;
  start = 0;

  constructor(packed: Packed) {
    this.#packed = packed;
    this.#scanner = new Scanner(packed, loneRootsOf(packed));
  }

  /** The offset after the first word, or after its first part where it may go on. */
  get end(): number {
    return this.#scanner.end;
  }

  /** Begins another text. */
  begin(text: string): void {
    this.#text = text;
    this.#following = 0;
    this.#scanner.start(text);
  }

  /** Goes to the next row; false at the end of the text. */
  next(): boolean {
    for (;;) {
      while (this.#following > 0) {
        this.row = this.#following - 1;
        this.#following = this.#packed.others[this.row] ?? 0;
        if (this.#nextFits() && this.#beginFits()) return true;
      }
      if (!this.#scanner.next()) return false;
      this.#following = this.#scanner.row;
      this.start = -1;
    }
  }

  /** A cheap look at the word after the root, where most phrases end. */
  #nextFits(): boolean {
    const wanted = this.#packed.nexts[this.row] ?? 0;
    if (wanted === 0) return true;
    const next = this.#scanner.nextHash();
    return next === 0 || next === wanted;
  }

  /** A cheap look at the sign before the root and at its length, which Hebrew prefixes leave open. */
  #beginFits(): boolean {
    if (this.start < 0) this.start = this.#scanner.rootStart();
    if (this.start < 0) return false;
    const guard = this.#packed.guards[this.row] ?? 0;
    const letters = guard >>> lettersShift;
    const more = this.#scanner.letters - letters;
    if (letters > 0 && (more < 0 || more > mostPrefixes)) return false;
    const head = guard & headUnit;
    const before = this.start === 0 ? 0 : this.#text.charCodeAt(this.start - 1);
    return head === 0 || before >= asciiEnd || before === head;
  }

  /**
   * The end of the keyword where it stands letter by letter, with all that could make it something else ruled out, and nothing else is asked; that
   * of its written part where it may go on. Otherwise -1: a closer reading must tell. The keyword begins at `start`, or one unit before it with a sign.
   */
  sureEnd(): number {
    const { guards, lengths, exacts } = this.#packed;
    const guard = guards[this.row] ?? 0;
    if ((guard & sure) === 0) return -1;
    const begin = guard & headUnit ? this.start - 1 : this.start;
    const end = begin + (lengths[this.row] ?? 0);
    const isWritten = begin >= 0 && spellingHash(this.#text.slice(begin, end).toLowerCase()) === exacts[this.row];
    return isWritten && this.#endFits(end, guard) && this.#sidesFit(begin, end, guard) && !this.#isJoined(begin, end) ? end : -1;
  }

  /** What an apostrophe or a quote joins to more may be another word. */
  #isJoined(begin: number, end: number): boolean {
    return joined.test(`${this.#text.slice(Math.max(0, begin - 2), begin)} ${this.#text.slice(end, end + 3)}`);
  }

  #endFits(end: number, guard: number): boolean {
    const { kind } = signOf(this.#text.codePointAt(end) ?? 0);
    return guard & openEnd ? kind !== "mark" && kind !== "ignored" : kind === "none";
  }

  /** Before it stands nothing but a plain sign or a space; behind it no point or hyphen with more to come. */
  #sidesFit(begin: number, end: number, guard: number): boolean {
    if ((guard & closeSides) === 0) return true;
    const isFree = begin === 0 || /[^\w\-.@\u0080-\uffff]/.test(this.#text.charAt(begin - 1));
    return isFree && ((guard & openEnd) !== 0 || !/^[.-]\S/.test(this.#text.slice(end, end + 2)));
  }
}

/** Roots that are looked at one by one. Hebrew words of nothing but written-on letters have the hash of no letter at all. */
const loneRootsOf = ({ hashes, singles }: Packed): LoneRoots => ({
  singles: new Set(singles),
  isBare: hashes.includes(endHash(0)),
  isBareBeginning: hashes.includes(0),
});
