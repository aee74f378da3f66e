import { spellingHash } from "../letters/hash.ts";
import { signOf } from "../letters/signs.ts";
import { closeSides, freeEnd, headUnit, lettersShift, openEnd, type Packed, sure } from "../pack/packed.ts";
import { Scanner } from "./scanner.ts";

const asciiEnd = 0x80;
const mostPrefixes = 2;

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
    this.#scanner = new Scanner(packed, { singles: new Set(packed.singles), prefixes: prefixesOf(packed) });
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
    return isWritten && this.#endFits(end, guard) && this.#sidesFit(begin, end, guard) ? end : -1;
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

/** How Hebrew words of nothing but written-on letters are looked for: their hash is 0. */
function prefixesOf({ hashes, guards }: Packed): "none" | "whole" | "free" {
  if (!hashes.includes(0)) return "none";
  return hashes.some((hash, row) => hash === 0 && ((guards[row] ?? 0) & freeEnd) !== 0) ? "free" : "whole";
}
