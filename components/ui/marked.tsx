/** A text cut so that every marked part, in whichever case, is a piece of its own. */
export function markedPieces(text: string, marked: readonly string[]): readonly { readonly text: string; readonly isMarked: boolean }[] {
  let pieces = [{ text, isMarked: false }];
  for (const part of marked) {
    if (part !== "") pieces = pieces.flatMap((piece) => (piece.isMarked ? [piece] : cut(piece.text, part)));
  }
  return pieces;
}

function cut(text: string, part: string): { text: string; isMarked: boolean }[] {
  const [said, wanted] = [text.toLowerCase(), part.toLowerCase()];
  // Where small letters are longer than large ones, places would no longer be the same.
  const places = said.length === text.length ? said : text;
  const pieces: { text: string; isMarked: boolean }[] = [];
  let from = 0;
  for (let at = places.indexOf(wanted); at >= 0; at = places.indexOf(wanted, from)) {
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
