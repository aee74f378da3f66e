import { routes, type Triage } from "../../lib/schema/triage.ts";
import type { Data, DataRow } from "./data.ts";

interface Group {
  readonly name: string;
  readonly rows: (data: Data) => readonly DataRow[];
}

const isCalm = ({ label = "" }: DataRow): boolean => label === "neutral" || label === "positive";
const calm = (name: string, ...sets: readonly (readonly [set: string, lang?: string])[]): Group => ({
  name: `calm: ${name}`,
  rows: (data) => sets.flatMap(([set, lang]) => data.rows(set).filter((row) => isCalm(row) && (lang === undefined || row.lang === lang))),
});
const where = (name: string, set: string, files: string, is: (row: DataRow) => boolean): Group => ({
  name,
  rows: (data) => data.rows(set, files).filter(is),
});

const groups: readonly Group[] = [
  ...["0", "1", "2", "3"].map((level) => where(`anger of level ${level}`, "anger_intensity_en", "anger", (row) => row.level === level)),
  ...["complaint", "not_complaint"].map((label) => where(label, "complaints_en", "", (row) => row.label === label)),
  ...["anger", "no_anger"].map((label) => where(`Hebrew, ${label}`, "hebert_news_he", "", (row) => row.anger_label === label)),
  where("Chinese, anger", "clue_emotion_zhcn", "", ({ label }) => label === "anger"),
  where("Vietnamese, anger", "vsmec_vi", "", ({ label = "" }) => /anger/i.test(label)),
  calm("English tweets", ["tweeteval_sentiment_en"]),
  calm("English, airlines", ["airline_en"]),
  calm("Indonesian", ["smsa_id"], ["tweets_idsa_id"], ["nusax_id", "indonesian"]),
  calm("Hebrew", ["hebert_news_he"], ["hebrew_facebook_he"]),
  calm("Traditional Chinese", ["openrice_zhhant"]),
  calm("Simplified Chinese", ["online_shopping_zhcn"], ["waimai_zhcn"], ["weibo2018_zhcn"]),
  calm("Norwegian", ["norec_sentence_no"]),
  calm("Vietnamese", ["vsfc_vi"]),
];

/** Where posts of known anger, and calm ones, are sent: lines of counts, a column for each route and one for the share of the first line. */
export function routeTable(data: Data, isIn: (text: string) => boolean, score: (text: string) => Triage): string[] {
  const head = `${"sent to".padEnd(26)}${routes.map((route) => route.padStart(12)).join("")}  first line, %`;
  const lines = groups.map(({ name, rows }) => {
    const sent = rows(data)
      .filter(({ text = "" }) => isIn(text))
      .map(({ text = "" }) => score(text).route);
    const counts = routes.map((route) => sent.filter((other) => other === route).length);
    const share = (100 * (counts[routes.indexOf("first_line")] ?? 0)) / (sent.length || 1);
    return `${name.padEnd(26)}${counts.map((count) => String(count).padStart(12)).join("")}${share.toFixed(1).padStart(15)}`;
  });
  return [head, ...lines];
}
