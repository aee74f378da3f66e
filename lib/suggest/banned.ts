const folded = (text: string): string => text.normalize("NFKC").toLowerCase();
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;

/** Whether `word` stands in `text` at `at` as a whole; scripts without spaces have no other way to end a word. */
function isWhole(text: string, at: number, word: string): boolean {
  const [first = "", last = ""] = [word[0], word.at(-1)];
  const before = text[at - 1] ?? "";
  const after = text[at + word.length] ?? "";
  return (unspaced.test(first) || !letter.test(before)) && (unspaced.test(last) || !letter.test(after));
}

/** The banned words and phrases that a text holds, as the text writes them where that can be told. */
export function bannedIn(text: string, banned: readonly string[]): string[] {
  const said = folded(text);
  return banned.flatMap((phrase) => {
    const word = folded(phrase);
    for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
      if (isWhole(said, at, word)) return said.length === text.length ? [text.slice(at, at + word.length)] : [phrase];
    }
    return [];
  });
}
