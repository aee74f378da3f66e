import { codesOf, modeOf, modes, readValue, singleMode, value } from "./codes.ts";
import { factorOf, placeOf, type Roots } from "./roots.ts";
import { signOf } from "./signs.ts";

const unitCount = 0x10000;
const firstLead = 0xd800;
const pageLength = 0x400;

export class Scanner {
  readonly #roots: Roots;
  readonly #singles: ReadonlySet<number>;
  readonly #bare: boolean;
  readonly #tables: readonly Uint16Array[] = modes.map(() => new Uint16Array(unitCount));
  readonly #pages: (Uint16Array | undefined)[] = [];

  text = "";
  at = 0;
  hash = 0;
  mode = 0;
  since = 0;
  row = -1;

  constructor(roots: Roots, singles: ReadonlySet<number>, bare: boolean) {
    this.#roots = roots;
    this.#singles = singles;
    this.#bare = bare;
  }

  start(text: string): void {
    this.text = text;
    this.at = 0;
    this.hash = 0;
    this.mode = 0;
    this.since = 0;
  }

  next(): boolean {
    const { text } = this;
    const { bits } = this.#roots;
    const mask = bits.length * 32 - 1;
    let { at, hash, mode } = this;
    let table = this.#tables[mode] as Uint16Array;
    let factor = factorOf(mode);
    for (; at < text.length; at++) {
      const unit = table[text.charCodeAt(at)] as number;
      if (unit < value.separator) {
        if (unit === value.ignored) continue;
        this.at = at;
        this.hash = hash;
        const found = this.#special(unit, mode);
        ({ at, hash } = this);
        if (found) return true;
        if (this.mode !== mode) {
          mode = this.mode;
          table = this.#tables[mode] as Uint16Array;
          factor = factorOf(mode);
        }
        at--;
        continue;
      }
      hash = (Math.imul(hash, factor) + unit - value.word) & ((value.separator - unit) >> 31);
      const place = (hash ^ (hash >>> 15)) & mask;
      if (((bits[place >>> 5] as number) >>> place) & 1) {
        const row = this.#roots.rowOf(hash);
        if (row < 0) continue;
        this.row = row;
        this.at = at + 1;
        this.hash = hash;
        return true;
      }
    }
    return false;
  }

  /** Handles the special unit at `at`, and goes past it or changes the mode. */
  #special(unit: number, mode: number): boolean {
    const { text, at } = this;
    if (unit === value.unknown) {
      const code = text.charCodeAt(at);
      (this.#tables[mode] as Uint16Array)[code] = (code & 0xfc00) === firstLead ? value.surrogate : readValue(code, mode);
      return false;
    }
    if (unit === value.otherMode) {
      this.#turn(modeOf(signOf(text.charCodeAt(at)).kind) ?? 0);
      return false;
    }
    if (unit === value.surrogate) {
      this.at++;
      return false;
    }
    this.at++;
    return false;
  }

  #turn(mode: number): void {
    this.mode = mode;
    this.hash = 0;
    this.since = this.at;
  }
}
