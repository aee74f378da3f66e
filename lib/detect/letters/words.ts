import { coarsen, type Sign, type SignKind, signOf } from "./signs.ts";

/** One word of a text; `start` and `end` (exclusive) in UTF-16 units of that text. */
export interface Word {
  readonly fine: string;
  readonly coarse: string;
  readonly start: number;
  readonly end: number;
  readonly kind: SignKind;
  /** Bits of the scripts in it that have look-alikes: 1 Latin, 2 Cyrillic, 4 Greek. */
  readonly script: number;
  /** How far into the text it stands, in half words: a character of a script without spaces counts as half a word. */
  readonly place: number;
}

const scripts: readonly [number, RegExp][] = [
  [1, /^\p{sc=Latn}/u],
  [2, /^\p{sc=Cyrl}/u],
  [4, /^\p{sc=Grek}/u],
];
const known = new Map<string, number>();
/** A hostile page could show every letter there is. */
const mostKnown = 5000;

function scriptOf(fine: string): number {
  let script = known.get(fine);
  if (script === undefined) {
    if (known.size >= mostKnown) known.clear();
    script = scripts.find(([, is]) => is.test(fine))?.[0] ?? 0;
    known.set(fine, script);
  }
  return script;
}

/** A word being read. Its last letter is kept apart until the next one, since a mark may still change it. */
class OpenWord {
  #fine = "";
  #coarse = "";
  #lastFine = "";
  #lastCoarse = "";
  kind: SignKind = "joiner";
  script = 0;
  end = 0;
  readonly start: number;

  constructor(start: number) {
    this.start = start;
  }

  /** True when a sign of this kind goes on with the word. */
  takes(kind: SignKind): boolean {
    if (kind === "mark") return true;
    if (kind === "single" || this.kind === "single") return false;
    return kind === this.kind || kind === "joiner" || this.kind === "joiner";
  }

  letter({ kind, fine, coarse }: Sign): void {
    if (kind !== "joiner") this.kind = kind;
    this.script |= scriptOf(fine);
    this.#put(fine, coarse);
  }

  /** Puts a mark on the last letter where the two make one, else behind it; a mark that joins no letter counts in the fine form only. */
  mark(mark: string): void {
    const both = `${this.#lastFine}${mark}`.normalize("NFC");
    if (both.length === 1) {
      this.#lastFine = both;
      this.#lastCoarse = coarsen(both);
    } else this.#put(mark, this.script === 0 ? mark : "");
  }

  #put(fine: string, coarse: string): void {
    this.#fine += this.#lastFine;
    this.#coarse += this.#lastCoarse;
    this.#lastFine = fine;
    this.#lastCoarse = coarse;
  }

  close(place: number): Word {
    const { kind, start, end, script } = this;
    return { fine: this.#fine + this.#lastFine, coarse: this.#coarse + this.#lastCoarse, start, end, kind, script, place };
  }
}

/** The words of a text in their order, the first `most` of those from offset `from` on. Linear in its length, whatever it holds. */
export function readWords(text: string, from = 0, most = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = [];
  let open: OpenWord | null = null;
  let place = 0;
  const close = () => {
    if (open) words.push(open.close(place));
    place += open?.kind === "single" ? 1 : 2;
    open = null;
  };
  for (let at = from; at < text.length && words.length < most; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const sign = signOf(codePoint);
    const start = at;
    at += codePoint > 0xffff ? 2 : 1;
    if (sign.kind === "ignored") continue;
    if (sign.kind === "none") {
      if (open) close();
      continue;
    }
    if (open && !open.takes(sign.kind)) close();
    // A mark with nothing before it belongs to no word.
    if (sign.kind === "mark" && !open) continue;
    open ??= new OpenWord(start);
    if (sign.kind === "mark") open.mark(sign.fine);
    else open.letter(sign);
    open.end = at;
  }
  if (open && words.length < most) close();
  return words;
}
