import { hazards, isDanger } from "../../lib/schema/triage.ts";
import type { Data } from "./data.ts";
import { type Example, example } from "./examples.ts";
import { moodTargets, plainExamples } from "./samples.ts";
import { type LabelledPost, type WrittenLanguage, writtenPosts } from "./written.ts";

/** Posts written for this project with what a head should say of each; each writer is a part of its own when parts are left out in turn. */
function written(lang: string, targets: (post: LabelledPost) => readonly number[], weight = 1): Example[] {
  return writtenPosts(lang).map((post) => ({ ...example(post.text, targets(post), "written", weight), part: post.hand - 1 }));
}

export const writtenMoods = (lang: string, weight: number) => written(lang, ({ mood }) => moodTargets[mood] ?? [0, 0], weight);

const angerTargets = [0.1, 0.35, 0.75, 0.95];
export const writtenAnger = (lang: string, weight = 1) => written(lang, ({ anger }) => [angerTargets[anger] ?? 0], weight);
export const writtenActs = (lang: string, weight = 1) =>
  written(lang, ({ kind }) => ["question", "request", "threat"].map((act) => Number(kind === act)), weight);
/** Who threatens mostly complains too. */
export const writtenComplaints = (lang: string, weight = 1) =>
  written(lang, ({ kind }) => [kind === "complaint" ? 1 : kind === "threat" ? 0.6 : 0], weight);

type HazardName = Exclude<(typeof hazards)[number], "none">;
export const hazardOutputs = hazards.filter((hazard): hazard is HazardName => hazard !== "none");
/** Of the examples of kinds: none in which somebody may come to harm. A danger that is taken for another goes where it should. */
export const isHarmless = ({ targets }: Example): boolean => hazardOutputs.every((hazard, at) => targets[at] !== 1 || !isDanger(hazard));
export const noiseOutputs = ["ad", "giveaway", "job", "news", "resale", "bot"] as const;

const calmSets: Readonly<Record<string, readonly string[]>> = {
  en: ["tweeteval_sentiment_en"],
  id: ["smsa_id", "tweets_idsa_id"],
  he: ["hebert_news_he", "hebrew_facebook_he"],
  zh: ["openrice_zhhant", "waimai_zhcn", "weibo2018_zhcn", "online_shopping_zhcn"],
  nb: ["norec_sentence_no"],
  vi: ["vsfc_vi"],
};
const mostCalm = 2000;

/** Real posts that say nothing bad. */
function calm(data: Data, lang: string, targets: readonly number[], weight: number): Example[] {
  const rows = (calmSets[lang] ?? []).flatMap((set) => data.rows(set)).filter(({ label }) => label === "neutral" || label === "positive");
  const each = Math.ceil(rows.length / mostCalm);
  return rows.filter((_row, at) => at % each === 0).map(({ text = "" }) => example(text, targets, "calm", weight));
}
const asks = ({ text }: Example): boolean => /[?？]/u.test(text);

/** What is no danger: calm posts, plain questions, and in English what people ask and complain of elsewhere. */
function harmless(data: Data, lang: WrittenLanguage, targets: readonly number[]): Example[] {
  const elsewhere = [
    ...data.rows("complaints_en"),
    ...data.rows("tweet_acts_en").filter(({ label = "" }) => ["QUE", "REQ", "STM"].includes(label)),
    ...data.rows("clinc150_en").filter((_row, at) => at % 20 === 0),
  ];
  return [
    ...calm(data, lang, targets, 0.3),
    ...plainExamples(lang, targets, 3),
    ...(lang === "en" ? elsewhere.map(({ text = "" }) => example(text, targets, "elsewhere", 0.2)) : []),
  ];
}

export const dangerExamples = (lang: WrittenLanguage) => (data: Data) => [
  ...written(lang, ({ hazard }) => [Number(isDanger(hazard))]),
  ...harmless(data, lang, [0]),
];
export const hazardExamples = (lang: WrittenLanguage) => (data: Data) => [
  ...written(lang, ({ hazard }) => hazardOutputs.map((each) => Number(each === hazard))),
  ...harmless(
    data,
    lang,
    hazardOutputs.map(() => 0),
  ),
];
export const noiseExamples = (lang: string) => () => written(lang, ({ noise }) => noiseOutputs.map((each) => Number(each === noise)));

const waitTargets = [0, 0.25, 1];
export const waitExamples = (lang: WrittenLanguage) => (data: Data) => [
  ...written(lang, ({ needs }) => [waitTargets[needs] ?? 0]),
  ...calm(data, lang, [0], 0.1).filter((each) => !asks(each)),
  ...(lang === "en" ? englishWaits(data) : []),
];

/** Who complains to a help desk, or asks a bank, waits. */
function englishWaits(data: Data): Example[] {
  const asking = [
    ...data.rows("complaints_en").filter(({ label }) => label === "complaint"),
    ...data.rows("banking77_en").filter((_row, at) => at % 10 === 0),
  ];
  return asking.map(({ text = "" }) => example(text, [1], "asking", 0.3));
}

/** Where no set tells of anger. */
export const onlyWrittenAnger = (lang: WrittenLanguage) => (data: Data) => [...writtenAnger(lang), ...calm(data, lang, [0.05], 0.2)];
