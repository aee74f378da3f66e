import { modeCount, readValue, singleMode } from "../letters/codes.ts";
import { codePointOf, isLead, units } from "../letters/units.ts";
import * as value from "../letters/value.ts";

/** Signs that may stand by themselves at a root: looked at one by one instead of by the walk. */
export interface LoneRoots {
  /** Codes of characters of scripts without spaces that are a keyword's whole first part. */
  readonly singles: ReadonlySet<number>;
  /** Some keyword's first word is nothing but letters that Hebrew writes on to words: `isBare` as a whole word, `isBareBeginning` as the beginning of one. */
  readonly isBare: boolean;
  readonly isBareBeginning: boolean;
}

/** What every character means in each mode, in tables that fill themselves as characters are met. */
export class Values {
  readonly #lone: LoneRoots;
  /** By mode as they are needed, then code unit. */
  readonly #tables: (Int16Array | undefined)[] = [];
  /** Beyond the plane of the units by mode and lead surrogate, then trail. */
  readonly #pages = new Map<number, Int16Array>();

  constructor(lone: LoneRoots) {
    this.#lone = lone;
  }

  /** Values of all units in a mode, `unknown` where a unit was not met yet. */
  table(mode: number): Int16Array {
    this.#tables[mode] ??= new Int16Array(units).fill(value.unknown);
    return this.#tables[mode];
  }

  /** The value of a unit, from the table or into it. */
  of(unit: number, mode: number): number {
    return this.#learnt(this.table(mode), unit, isLead(unit) ? null : unit, mode);
  }

  /** The value of a character of two units. */
  beyond(lead: number, trail: number, mode: number): number {
    const key = lead * modeCount + mode;
    let page = this.#pages.get(key);
    if (!page) {
      page = new Int16Array(0x400).fill(value.unknown);
      this.#pages.set(key, page);
    }
    return this.#learnt(page, trail & 0x3ff, codePointOf(lead, trail), mode);
  }

  #learnt(table: Int16Array, at: number, codePoint: number | null, mode: number): number {
    const known = table[at] ?? value.unknown;
    if (known !== value.unknown) return known;
    const code = codePoint === null ? value.surrogate : this.#read(codePoint, mode);
    table[at] = code;
    return code;
  }

  /** `root` for what must be looked at by itself. */
  #read(codePoint: number, mode: number): number {
    const code = readValue(codePoint, mode);
    const isRoot = mode === singleMode ? this.#lone.singles.has(code) : code === 0 && this.#lone.isBareBeginning;
    return isRoot ? value.rootLetter : code;
  }
}
