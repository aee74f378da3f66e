import type { Triage } from "../../lib/schema/triage.ts";
import type { Data, DataRow } from "./data.ts";
import { type Estimate, estimate } from "./interval.ts";
import { languageRows } from "./languages.ts";
import {
  accuracy,
  areaUnderCurve,
  calibrationError,
  f1Of,
  type Labelled,
  type Metric,
  macroF1,
  macroRecall,
  pearson,
  type Scored,
  weightedF1,
} from "./metrics.ts";

interface Named {
  readonly name: string;
  readonly gate: number | null;
  readonly aim: number | null;
  /** Nothing was ever learnt from this set, so that all but the posts of choices count. */
  readonly unlearnt?: boolean;
  readonly rows: (data: Data) => DataRow[];
}

/** A line of the table. A mark below zero is of a figure that should be small. */
export interface MeasuredTask extends Named {
  readonly estimate: (scored: readonly (readonly [row: DataRow, triage: Triage])[]) => Estimate;
}

/** `read` gives null for rows that the task leaves out. */
interface Of<T> extends Named {
  readonly read: (row: DataRow, triage: Triage) => T | null;
  readonly metric: Metric<T>;
}

const line = <T>({ read, metric, ...named }: Of<T>): MeasuredTask => ({
  ...named,
  estimate: (scored) =>
    estimate(
      scored.flatMap(([row, triage]) => read(row, triage) ?? []),
      metric,
    ),
});

const moods = ["negative", "neutral", "positive"];
const mood = ({ label = "" }: DataRow, { sentimentLabel }: Triage): Labelled | null =>
  moods.includes(label) ? { truth: label, answer: sentimentLabel } : null;
/** Good or bad by the sign of the sentiment; neutral posts are left out. */
const sign = ({ label = "" }: DataRow, { sentiment }: Triage): Labelled | null =>
  label === "negative" || label === "positive" ? { truth: label, answer: sentiment < 0 ? "negative" : "positive" } : null;
const complains = ({ label }: DataRow, { complaint }: Triage): Labelled => ({
  truth: label ?? "",
  answer: complaint >= 0.5 ? "complaint" : "not_complaint",
});
const acts: Readonly<Record<string, string>> = { QUE: "question", REQ: "request", THT: "threat" };
const act = ({ label = "" }: DataRow, { kind }: Triage): Labelled => ({ truth: acts[label] ?? "other", answer: kind });
const clearlyAngry = ({ level }: DataRow, { anger }: Triage): Scored => ({ truth: Number(Number(level) >= 2), answer: anger });
const hebrewAnger = ({ anger_label }: DataRow, { anger }: Triage): Labelled => ({
  truth: anger_label ?? "",
  answer: anger >= 0.5 ? "anger" : "no_anger",
});

const set = (name: string, files?: string) => (data: Data) => data.rows(name, files);
const sets =
  (...names: string[]) =>
  (data: Data) =>
    names.flatMap((name) => data.rows(name));
const ofLanguage = (name: string, lang: string) => (data: Data) => data.rows(name).filter((row) => row.lang === lang);
const sure = (data: Data) => data.rows("airline_en").filter((row) => Number(row.label_confidence) >= 0.6);

const eleven = ["en", "id", "he", "zh", "nb", "vi", "de", "es", "fr", "it", "pt"];
const shortRows = (data: Data, langs: readonly string[]) => languageRows(data).filter(({ lang = "" }) => langs.includes(lang));
const language = ({ lang = "" }: DataRow, { lang: answer }: Triage): Labelled => ({ truth: lang, answer });

const tweets = {
  name: "English tweets, 3 classes, macro-recall",
  gate: 0.62,
  aim: 0.69,
  rows: set("tweeteval_sentiment_en"),
  read: mood,
  metric: macroRecall,
};
const kinds = ["question", "request", "threat"] as const;
const kindMarks = { question: [0.8, 0.85], request: [0.7, 0.75], threat: [0.65, 0.7] } as const;
const others = ["arabic", "french", "german", "hindi", "italian", "portuguese", "spanish"];
const bare = { gate: null, aim: null } as const;

/** The lines of the table, and below each the sets it is made of. */
export const tasks: readonly MeasuredTask[] = [
  line(tweets),
  line({
    ...bare,
    name: "  of them the official validation set",
    rows: set("tweeteval_sentiment_en", "val"),
    read: mood,
    metric: macroRecall,
  }),
  line({ name: "posts to airlines, 3 classes", gate: 0.65, aim: 0.72, unlearnt: true, rows: sure, read: mood, metric: macroF1 }),
  line({ name: "complaint or not", gate: 0.82, aim: 0.86, rows: set("complaints_en"), read: complains, metric: macroF1 }),
  ...kinds.map((kind) =>
    line({
      name: `${kind}, F1`,
      gate: kindMarks[kind][0],
      aim: kindMarks[kind][1],
      rows: set("tweet_acts_en"),
      read: act,
      metric: f1Of(kind),
    }),
  ),
  line({
    name: "anger, Pearson",
    gate: 0.65,
    aim: 0.72,
    rows: set("anger_intensity_en", "anger"),
    read: ({ intensity }, { anger }) => ({ truth: Number(intensity), answer: anger }),
    metric: pearson,
  }),
  line({
    name: "clearly angry, AUC",
    gate: 0.85,
    aim: 0.88,
    rows: set("anger_intensity_en", "anger"),
    read: clearlyAngry,
    metric: areaUnderCurve,
  }),
  line({ name: "Indonesian, 3 classes", gate: 0.75, aim: 0.84, rows: indonesian, read: mood, metric: macroF1 }),
  line({ ...bare, name: "  reviews and comments (smsa)", rows: set("smsa_id"), read: mood, metric: macroF1 }),
  line({ ...bare, name: "  tweets (idsa)", rows: set("tweets_idsa_id"), read: mood, metric: macroF1 }),
  line({ ...bare, name: "  nusax", rows: ofLanguage("nusax_id", "indonesian"), read: mood, metric: macroF1 }),
  line({ name: "Hebrew, 3 classes", gate: 0.62, aim: 0.68, rows: set("hebert_news_he"), read: mood, metric: macroF1 }),
  line({ ...bare, name: "  comments on Facebook", rows: set("hebrew_facebook_he"), read: mood, metric: macroF1 }),
  line({ name: "Hebrew anger, accuracy", gate: 0.67, aim: 0.75, rows: set("hebert_news_he"), read: hebrewAnger, metric: accuracy }),
  line({ name: "Traditional Chinese, 3 classes", gate: 0.66, aim: 0.75, rows: set("openrice_zhhant"), read: mood, metric: macroF1 }),
  line({
    name: "Simplified Chinese, 2 classes, accuracy",
    gate: 0.89,
    aim: 0.92,
    rows: sets("online_shopping_zhcn", "waimai_zhcn", "weibo2018_zhcn"),
    read: sign,
    metric: accuracy,
  }),
  line({ ...bare, name: "  shopping", rows: set("online_shopping_zhcn"), read: sign, metric: accuracy }),
  line({ ...bare, name: "  food delivery", rows: set("waimai_zhcn"), read: sign, metric: accuracy }),
  line({ ...bare, name: "  weibo", rows: set("weibo2018_zhcn"), read: sign, metric: accuracy }),
  line({ name: "Norwegian, 2 classes", gate: 0.7, aim: 0.78, rows: set("norec_sentence_no"), read: sign, metric: macroF1 }),
  line({ name: "Norwegian, 3 classes", gate: 0.59, aim: 0.66, rows: set("norec_sentence_no"), read: mood, metric: macroF1 }),
  line({ name: "Vietnamese, 3 classes, weighted F1", gate: 0.88, aim: 0.92, rows: set("vsfc_vi"), read: mood, metric: weightedF1 }),
  ...others.map((lang) =>
    line({ ...bare, name: `${lang}, 3 classes`, rows: ofLanguage("umsab_multi", lang), read: mood, metric: macroF1 }),
  ),
  line({
    name: "language of 12 to 30 characters, eleven",
    gate: 0.88,
    aim: 0.95,
    rows: (data) => shortRows(data, eleven),
    read: language,
    metric: macroF1,
  }),
  line({
    ...bare,
    name: "  with Arabic and Hindi",
    rows: (data) => shortRows(data, [...eleven, "ar", "hi"]),
    read: language,
    metric: macroF1,
  }),
  line({
    name: "anger, calibration error",
    gate: -0.05,
    aim: -0.03,
    rows: set("anger_intensity_en", "anger"),
    read: clearlyAngry,
    metric: calibrationError,
  }),
  line({
    name: "complaint, calibration error",
    gate: -0.05,
    aim: -0.03,
    rows: set("complaints_en"),
    read: ({ label }, { complaint }) => ({ truth: Number(label === "complaint"), answer: complaint }),
    metric: calibrationError,
  }),
];

function indonesian(data: Data): DataRow[] {
  return [...data.rows("smsa_id"), ...data.rows("tweets_idsa_id"), ...ofLanguage("nusax_id", "indonesian")(data)];
}
