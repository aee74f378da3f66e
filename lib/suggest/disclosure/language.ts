const scripts: readonly [lang: string, letters: RegExp][] = [
  ["he", /\p{sc=Hebr}/gu],
  ["ja", /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ["zh", /\p{sc=Han}/gu],
  ["ko", /\p{sc=Hang}/gu],
  ["th", /\p{sc=Thai}/gu],
  ["ar", /\p{sc=Arab}/gu],
  ["el", /\p{sc=Grek}/gu],
  ["hi", /\p{sc=Deva}/gu],
  ["ru", /\p{sc=Cyrl}/gu],
];
/** Written with other letters than these scripts have, so that a text in Latin letters is not in them. */
const notLatin: ReadonlySet<string> = new Set([
  ...scripts.map(([lang]) => lang),
  "fa",
  "ur",
  "uk",
  "bg",
  "sr",
  "mk",
  "be",
  "kk",
  "ka",
  "hy",
  "am",
  "bn",
  "ta",
  "te",
  "ml",
  "kn",
  "km",
  "lo",
  "my",
  "yi",
]);
/** Share of a text's letters from which a script decides: the brand's name stands in Latin letters everywhere. */
const share = 0.25;

const hints: readonly [lang: string, words: RegExp][] = [
  ["vi", /[ăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]|(?<!\p{L})(?:mình|tôi|không|của)(?!\p{L})/iu],
  ["nb", /[åøæ]|(?<!\p{L})(?:jeg|ikke|og|hos|som|det|du)(?!\p{L})/iu],
  ["id", /(?<!\p{L})(?:saya|aku|kami|yang|dan|di|tidak|pelanggan|anda|kamu)(?!\p{L})/iu],
];

const countOf = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/** The language of a few words of a reply, as far as its letters and commonest words tell: English where nothing does. Null without letters. */
export function writtenLanguage(text: string): string | null {
  const letters = countOf(text, /\p{L}/gu);
  if (letters === 0) return null;
  const byScript = scripts.find(([, script]) => countOf(text, script) >= share * letters);
  return byScript?.[0] ?? hints.find(([, words]) => words.test(text))?.[0] ?? "en";
}

/** From how many letters on a text says that it is not in the language of the post. */
const fewestLetters = 12;

/** The language in which a reply tells of the tie: the post's, unless the reply is plainly written in other letters; as far as is known. */
export function replyLanguage(postLang: string | null, text: string): string | null {
  const letters = countOf(text, /\p{L}/gu);
  const written = letters >= fewestLetters ? writtenLanguage(text) : null;
  if (postLang === null || written === null) return postLang ?? written;
  const isOther = notLatin.has(written) ? written !== postLang && !(written === "ru" && notLatin.has(postLang)) : notLatin.has(postLang);
  // Characters are shared: a Japanese reply may have no kana in a short text.
  const isShared = written === "zh" && postLang === "ja";
  return isOther && !isShared ? written : postLang;
}
