import { stemmer } from "stemmer";
import functionWords from "../../assets/function-words.json" with { type: "json" };

const runs = /([\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]+)|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const optionalMark = /([\p{sc=Latn}])[\u0300-\u0309\u030b-\u036f]+/gu;
const stemmed = /^[a-z]{4,}$/;

/** A word as the index keeps it: without case, compatibility forms, and the marks that people leave out. */
function plain(word: string): string {
  return word.normalize("NFKC").toLowerCase().normalize("NFD").replace(optionalMark, "$1").replaceAll("đ", "d").normalize("NFC");
}

const ignored = new Set(Object.values(functionWords).join(" ").split(" ").map(plain));

/** Pairs of neighbouring characters, for scripts that put no space between words. */
function pairs(run: string): string[] {
  const characters = [...run];
  return characters.length < 2 ? characters : characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/**
 * What a text is found by: its words (pairs of characters in Chinese, Japanese, Thai) as they are written, by their plain form. Words of plain
 * Latin letters lose their English ending (Porter's rules), the same on both sides, so in other languages it only folds a little more.
 */
export function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const [run, unspaced] of text.matchAll(runs)) {
    for (const word of unspaced ? pairs(run) : [run]) {
      const folded = plain(word);
      if (ignored.has(folded)) continue;
      const term = stemmed.test(folded) ? stemmer(folded) : folded;
      if (!terms.has(term)) terms.set(term, word);
    }
  }
  return terms;
}
