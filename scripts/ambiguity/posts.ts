import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "./csv.ts";
import labels from "./labels.json" with { type: "json" };

/** A name in a post, labelled: is it the company? */
export interface NameInPost {
  name: string;
  text: string;
  start: number;
  end: number;
  isBrand: boolean;
  /** `core`: the name is a company at least once in the entity corpora (the main measure); `other`: it never is; `own`: labelled for this project. */
  kind: "core" | "other" | "own";
  /** Its licence lets weights learnt from it ship. */
  mayTeach: boolean;
}

/** Sets of English posts whose licence lets statistics ship; the project's own labels point into them. */
const posts = ["tweeteval_sentiment_en", "tweeteval_offensive_en", "tweeteval_emotion_en", "complaints_en", "tweet_acts_en", "umsab_multi"];
const more = ["anger_intensity_en", "vader_groundtruth_en", "clinc150_en"];

/** Every row of every CSV file of a set, its `\uXXXX` escapes undone. */
export function readSet(data: string, set: string): Record<string, string>[] {
  const folder = join(data, set);
  if (!existsSync(folder)) throw new Error(`There is no ${set} in ${data}. Say with --data which folder holds the labelled sets.`);
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  const rows = files.sort().flatMap((file) => parseCsv(readFileSync(join(folder, file), "utf8")));
  const decode = (text: string) => text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return rows.map((row) => ({ ...row, text: decode(row.text ?? "") }));
}

/** The texts of a language, each once. */
export function readTexts(data: string, language: "english" | "norwegian" | "indonesian"): string[] {
  const sets = { english: [...posts, ...more], norwegian: ["norec_sentence_no"], indonesian: ["nusax_id"] }[language];
  const rows = sets.flatMap((set) => readSet(data, set)).filter((row) => row.lang === undefined || row.lang === language);
  return [...new Map(rows.map(({ text = "" }) => [text.toLowerCase().replace(/https?:\S+|@\w+|\s+/g, " "), text])).values()];
}

/** The entity corpora's mentions. */
export function readCorpora(data: string): NameInPost[] {
  return readSet(data, "brand_ambiguity_en").flatMap(({ source, name = "", mention, text = "", label, token_index, core_name }) => {
    if (mention === undefined) return [];
    const near = [...text.matchAll(/\S+/g)][Number(token_index)]?.index ?? 0;
    const starts = findName(text, mention.replace("#", ""));
    const start = starts.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
    if (start === undefined) return [];
    const kind = core_name === "True" ? "core" : "other";
    const mayTeach = !source?.startsWith("wnut16");
    return [{ name, text, start, end: start + mention.replace("#", "").length, isBrand: label === "company", kind, mayTeach }];
  });
}

/** Mentions labelled by hand for this project; `labels.json` names them by a digest of the post and the place in it, without its words. */
export function readOwn(data: string): NameInPost[] {
  const wanted = new Map<string, { start: number; isBrand: boolean }[]>();
  for (const [list, isBrand] of [[labels.brand, true] as const, [labels.word, false] as const]) {
    for (const [key = "", start] of list.map((label) => label.split("@")))
      wanted.set(key, [...(wanted.get(key) ?? []), { start: Number(start), isBrand }]);
  }
  return [...new Set([...posts, ...more].flatMap((set) => readSet(data, set).map(({ text = "" }) => text)))].flatMap((text) =>
    (wanted.get(createHash("sha256").update(text).digest("hex").slice(0, 12)) ?? []).map(({ start, isBrand }) => {
      const word = /^[A-Za-z]+/.exec(text.slice(start))?.[0] ?? "";
      return { name: word.toLowerCase(), text, start, end: start + word.length, isBrand, kind: "own" as const, mayTeach: true };
    }),
  );
}

/** Where a name stands as a whole word, in whatever case is given. */
export function findName(text: string, name: string, flags = "g"): number[] {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [...text.matchAll(new RegExp(`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`, flags))].map(({ index }) => index);
}
