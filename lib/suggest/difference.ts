/** A stretch of two texts: in both, only in the one before, or only in the one after. */
export interface ChangedPart {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** From how many words on two texts differ. */
function sameUntil(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((word, place) => word !== b[place]);
  return at === -1 ? a.length : at;
}

/** How long the longest common subsequence is from each place on: of `a` from i and `b` from j. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = rows[i];
    for (let j = b.length - 1; row && j >= 0; j--) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  return rows;
}

/** What changes from one text to another, by words in every script, along their longest common subsequence. Without the new ones it is `before`, without the gone ones `after`. */
export function difference(before: string, after: string): ChangedPart[] {
  const [whole, other] = [wordsOf(before), wordsOf(after)];
  const head = sameUntil(whole, other);
  const tail = sameUntil(whole.slice(head).reverse(), other.slice(head).reverse());
  const a = whole.slice(head, whole.length - tail);
  const b = other.slice(head, other.length - tail);
  const rows = commonLengths(a, b);
  const found: { kind: ChangedPart["kind"]; text: string }[] = [];
  const add = (kind: ChangedPart["kind"], text = "") => {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  };
  if (head > 0) add("same", whole.slice(0, head).join(""));
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      add("same", a[i]);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))) {
      add("gone", a[i]);
      i += 1;
    } else {
      add("new", b[j]);
      j += 1;
    }
  }
  if (tail > 0) add("same", whole.slice(-tail).join(""));
  return found;
}
