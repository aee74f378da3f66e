import type { Data } from "./data.ts";
import { type Example, example } from "./examples.ts";
import { moodExamples, ofLang, plainExamples } from "./samples.ts";
import { writtenAnger, writtenMoods } from "./written-examples.ts";

export const indonesian = (data: Data) => [
  ...plainExamples("id", [0, 0], 4),
  ...writtenMoods("id", 2),
  ...moodExamples(data.rows("smsa_id"), "smsa"),
  ...moodExamples(data.rows("tweets_idsa_id"), "idsa"),
  ...moodExamples(ofLang(data.rows("nusax_id"), "indonesian"), "nusax"),
];
export const hebrew = (data: Data) => [
  ...plainExamples("he", [0, 0], 4),
  ...writtenMoods("he", 1),
  ...moodExamples(data.rows("hebert_news_he"), "news"),
  ...moodExamples(data.rows("hebrew_facebook_he"), "facebook", 0.5),
];
export const hebrewAnger = (data: Data) => [
  ...plainExamples("he", [0], 4),
  ...writtenAnger("he", 0.5),
  ...data.rows("hebert_news_he").map(({ text = "", anger_mean }) => example(text, [Number(anger_mean)], "news")),
  // Two of three comments on the news are angry; praise on Facebook is not.
  ...data
    .rows("hebrew_facebook_he")
    .filter(({ label }) => label === "positive")
    .map(({ text = "" }) => example(text, [0.1], "facebook", 0.1)),
];
export function chinesePosts(data: Data): Example[] {
  const calm = data
    .rows("brighter_emotion", "intensity_chn")
    .filter((row) => ["anger", "disgust", "fear", "joy", "sadness", "surprise"].every((name) => row[name] === "0"));
  const feelings: Readonly<Record<string, string>> = {
    like: "positive",
    happiness: "positive",
    sadness: "negative",
    anger: "negative",
    disgust: "negative",
    fear: "negative",
  };
  return [
    ...moodExamples(data.rows("openrice_zhhant"), "openrice", 3),
    ...moodExamples(data.rows("online_shopping_zhcn"), "shopping"),
    ...moodExamples(data.rows("waimai_zhcn"), "waimai"),
    ...moodExamples(data.rows("weibo2018_zhcn"), "weibo"),
    ...moodExamples(data.rows("clue_emotion_zhcn"), "clue", 0.3, ({ label = "" }) => feelings[label] ?? ""),
    ...moodExamples(calm, "calm", 0.5, () => "neutral"),
    ...plainExamples("zh", [0, 0], 5),
    ...writtenMoods("zh", 2),
  ];
}
export const chineseAnger = (data: Data) => [
  ...plainExamples("zh", [0], 5),
  ...writtenAnger("zh", 0.5),
  ...data
    .rows("brighter_emotion", "intensity_chn")
    .map(({ text = "", anger: level }) => example(text, [Number(Number(level) >= 1)], "brighter")),
  ...data
    .rows("clue_emotion_zhcn")
    .map(({ text = "", label = "" }) => example(text, [Number(["anger", "disgust"].includes(label))], "clue", 0.5)),
];
export const norwegian = (data: Data) => [
  ...plainExamples("nb", [0, 0], 2),
  ...writtenMoods("nb", 0.5),
  ...moodExamples(data.rows("norec_sentence_no"), "norec"),
];
export const vietnamesePosts = (data: Data) => [
  ...plainExamples("vi", [0, 0], 4),
  ...writtenMoods("vi", 1),
  ...moodExamples(data.rows("vsfc_vi"), "vsfc"),
];
export const others = (data: Data) =>
  data
    .rows("umsab_multi")
    .filter(({ lang }) => lang !== "english")
    .flatMap((row) => moodExamples([row], row.lang ?? ""));
