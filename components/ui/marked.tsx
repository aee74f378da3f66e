interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut so that every marked part, in whichever case, is a piece of its own: as a word where it is one, else wherever it stands. */
export function markedPieces(text: string, marked: readonly string[]): readonly Piece[] {
  let pieces: readonly Piece[] = [{ text, isMarked: false }];
  for (const part of marked) {
    if (part === "") continue;
    const isWord = placesOf(text, part).some((at) => standsAlone(text, at, part.length));
    pieces = pieces.flatMap((piece) => (piece.isMarked ? [piece] : cut(piece.text, part, isWord)));
  }
  return pieces;
}

/** Where the part stands, in whichever case. */
function placesOf(text: string, part: string): number[] {
  const [said, wanted] = [text.toLowerCase(), part.toLowerCase()];
  // Where small letters are longer than large ones, places would no longer be the same.
  const searched = said.length === text.length ? said : text;
  const places: number[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** No letter goes on before or behind it. */
function standsAlone(text: string, at: number, length: number): boolean {
  const [first = "", last = ""] = [text.charAt(at), text.charAt(at + length - 1)];
  const goesOn = (inside: string, outside: string) => letter.test(inside) && letter.test(outside);
  return !goesOn(first, text.charAt(at - 1)) && !goesOn(last, text.charAt(at + length));
}

function cut(text: string, part: string, isWord: boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const at of placesOf(text, part)) {
    if (isWord && !standsAlone(text, at, part.length)) continue;
    pieces.push({ text: text.slice(from, at), isMarked: false }, { text: text.slice(at, at + part.length), isMarked: true });
    from = at + part.length;
  }
  return [...pieces, { text: text.slice(from), isMarked: false }].filter((piece) => piece.text !== "");
}

/** The text with its marked parts. */
export function Marked({ text, marked }: { text: string; marked: readonly string[] }) {
  return (
    <>
      {markedPieces(text, marked).map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
        piece.isMarked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
      )}
    </>
  );
}
