import type { Data } from "./data.ts";
import { type Example, example } from "./examples.ts";
import { beginning, languageRows } from "./languages.ts";

export const latinLanguages = ["en", "id", "nb", "vi", "de", "es", "fr", "it", "pt", "hi"] as const;
const mostOfLanguage = 9000;

/** Letters in another order are no language. */
function jumbled(text: string): string {
  return text.replace(/\p{L}{3,}/gu, (word) =>
    [...word]
      .map((letter, at) => [(at * 7919 + word.length * 104_729) % 31, letter] as const)
      .sort(([a], [b]) => a - b)
      .map(([, letter]) => letter)
      .join(""),
  );
}
const unmarked = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

export function languages(data: Data): Example[] {
  const seen = new Map<string, number>();
  const english = ["tweeteval_sentiment_en", "complaints_en", "nusax_id"].flatMap((set) =>
    data
      .rows(set)
      .filter(({ lang }) => lang === undefined || lang === "english")
      .map(({ text: post = "" }) => ({ text: beginning(post) ?? post, post, lang: "en" })),
  );
  const tweets = data.rows("tweets_idsa_id").map(({ text: post = "" }) => ({ text: beginning(post) ?? post, post, lang: "id" }));
  return [...languageRows(data), ...english, ...tweets].flatMap(({ text = "", post = "", lang = "" }, at) => {
    const place = (latinLanguages as readonly string[]).indexOf(lang);
    const count = (seen.get(lang) ?? 0) + 1;
    seen.set(lang, count);
    if (place < 0 || count > mostOfLanguage) return [];
    const targets = latinLanguages.map((_name, other) => Number(other === place));
    const { side, part } = example(post, targets, lang);
    const made = (from: string, ofText: string, weight: number, outputs = targets): Example => ({
      text: ofText,
      targets: outputs,
      weight,
      side,
      part,
      from,
    });
    const rows = [made(lang, text, 1), made(lang, post.slice(0, 140), 0.5)];
    if (lang === "vi") rows.push(made("plain", unmarked(text), 0.5));
    if (at % 12 === 0)
      rows.push(
        made(
          "jumbled",
          jumbled(text),
          0.3,
          targets.map(() => 0),
        ),
      );
    return rows;
  });
}
