import type { Data, DataRow } from "./data.ts";

/** Where posts of a language are found. */
const sources: readonly [lang: string, set: string, column: string | null][] = [
  ["en", "umsab_multi", "english"],
  ["id", "smsa_id", null],
  ["id", "nusax_id", "indonesian"],
  ["he", "hebert_news_he", null],
  ["he", "hebrew_facebook_he", null],
  ["zh", "weibo2018_zhcn", null],
  ["zh", "waimai_zhcn", null],
  ["zh", "openrice_zhhant", null],
  ["nb", "norec_sentence_no", null],
  ["vi", "vsfc_vi", null],
  ["de", "umsab_multi", "german"],
  ["es", "umsab_multi", "spanish"],
  ["fr", "umsab_multi", "french"],
  ["it", "umsab_multi", "italian"],
  ["pt", "umsab_multi", "portuguese"],
  ["ar", "umsab_multi", "arabic"],
  ["hi", "umsab_multi", "hindi"],
];

const [fewest, most] = [12, 30];

/** The first words of a post, 12 to 30 characters; null when there are not so many. */
export function beginning(text: string): string | null {
  const plain = text
    .replace(/https?\S*|[@＠]\w+|^rt\b/giu, " ")
    .replace(/\s+/g, " ")
    .trim();
  let cut = plain.slice(0, most);
  if (plain.length > most && /\s/.test(cut) && !/\s/.test(plain.charAt(most))) cut = cut.slice(0, cut.lastIndexOf(" "));
  return cut.length >= fewest ? cut : null;
}

/** Beginnings of posts with their language; `post` is what they were taken from. */
export function languageRows(data: Data): DataRow[] {
  return sources.flatMap(([lang, set, column]) =>
    data
      .rows(set)
      .filter((row) => column === null || row.lang === column)
      .flatMap(({ text: post = "" }) => {
        const text = beginning(post);
        return text === null ? [] : [{ text, post, lang }];
      }),
  );
}
