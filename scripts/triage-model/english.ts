import type { Data, DataRow } from "./data.ts";
import { type Example, example } from "./examples.ts";
import { moodExamples, ofLang, plainExamples, sensed } from "./samples.ts";
import { normalised, splitOf } from "./split.ts";
import { writtenActs, writtenAnger, writtenComplaints, writtenMoods } from "./written-examples.ts";

const sxsw: Readonly<Record<string, string>> = {
  "Positive emotion": "positive",
  "Negative emotion": "negative",
  "No emotion toward brand or product": "neutral",
};

/** Posts of the anger set must not be learnt by the heads that feed the anger head. */
function notAngerSet(data: Data, examples: Example[]): Example[] {
  const kept = new Set(data.rows("anger_intensity_en", "anger").map(({ text = "" }) => normalised(text)));
  return examples.filter(({ text }) => !kept.has(normalised(text)));
}

/** Questions of how, where and what; others of that set mourn lost money. */
function plainQuestions(data: Data): DataRow[] {
  return data
    .rows("banking77_en")
    .filter(({ text = "" }, at) => at % 5 === 0 && /^(how (do|can|many|long)|where|what|which|is it possible|can i)\b/i.test(text));
}

export function englishMoods(data: Data): Example[] {
  const neutral = data
    .rows("clinc150_en")
    .filter(({ domain = "" }, at) => at % 6 === 0 && ["travel", "auto_and_commute", "credit_cards"].includes(domain));
  const feelings: Readonly<Record<string, string>> = { anger: "negative", sadness: "negative", joy: "positive" };
  return notAngerSet(data, [
    ...moodExamples(data.rows("tweeteval_sentiment_en"), "tweets"),
    ...moodExamples(ofLang(data.rows("umsab_multi"), "english"), "umsab"),
    ...moodExamples(ofLang(data.rows("nusax_id"), "english"), "nusax"),
    ...moodExamples(data.rows("apple_dfe_en"), "apple"),
    ...moodExamples(data.rows("brand_sxsw_en"), "sxsw", 0.3, ({ label = "" }) => sxsw[label] ?? ""),
    ...moodExamples(data.rows("vader_groundtruth_en"), "vader", 1, ({ valence }) => sensed(Number(valence), 0.6)),
    ...moodExamples(data.rows("anger_intensity_en", "valence"), "valence", 1, ({ level }) => sensed(Number(level), 0)),
    ...moodExamples(data.rows("tweeteval_emotion_en"), "feelings", 0.3, ({ label = "" }) => feelings[label] ?? ""),
    ...moodExamples(neutral, "clinc", 0.3, () => "neutral"),
    ...moodExamples(plainQuestions(data), "banking", 0.3, () => "neutral"),
    ...plainExamples("en", [0, 0], 2),
    ...writtenMoods("en", 2),
    // Of weight 0: never learnt from.
    ...moodExamples(
      data.rows("airline_en").filter(({ label_confidence, text = "" }) => Number(label_confidence) >= 0.6 && splitOf(text) === "dev"),
      "airlines",
      0,
    ),
  ]);
}

export function rage(data: Data): Example[] {
  return notAngerSet(data, [
    ...data.rows("tweeteval_emotion_en").map(({ text = "", label }) => example(text, [Number(label === "anger")], "feelings")),
    ...data
      .rows("brighter_emotion", "intensity_eng")
      .map(({ text = "", anger }) => example(text, [Math.min(1, Number(anger) / 2)], "brighter", 0.5)),
  ]);
}

export const offence = (data: Data) =>
  data.rows("tweeteval_offensive_en").map(({ text = "", label }) => example(text, [Number(label === "offensive")], "offence"));
export const complaintSectors = [
  "apparel",
  "cars",
  "electronics",
  "food",
  "other",
  "retail",
  "services",
  "random_tweet",
  "random_reply",
].map((domain) => `sector ${domain}`);
export const complaints = (data: Data) => [
  ...data
    .rows("complaints_en")
    .map(({ text = "", label, domain = "" }) => example(text, [Number(label === "complaint")], `sector ${domain}`)),
  // Who writes to support mostly complains.
  ...data.rows("replies_ibm_en", "dev").map(({ text = "" }) => example(text, [0.8], "support", 0.3)),
  ...writtenComplaints("en", 0.3),
];
export const acts = (data: Data) => [
  ...data.rows("tweet_acts_en").map(({ text = "", label }) =>
    example(
      text,
      ["QUE", "REQ", "THT"].map((act) => Number(act === label)),
      "acts",
    ),
  ),
  ...writtenActs("en", 0.3),
];
/** With posts of other sets as what anger is not: everywhere else anger is rare, and the anger set was gathered by angry words. */
export const anger = (data: Data) => [
  ...data
    .rows("anger_intensity_en", "anger")
    .map(({ text = "", intensity, level }) => example(text, [Number(intensity)], Number(level) >= 2 ? "angry" : "calm")),
  ...plainExamples("en", [0.05], 1),
  ...writtenAnger("en", 0.25),
  ...[
    ...data.rows("complaints_en").filter(({ label }) => label === "not_complaint"),
    ...data.rows("tweet_acts_en").filter(({ label = "" }) => ["STM", "QUE", "REQ"].includes(label)),
    ...data.rows("clinc150_en").filter((_row, at) => at % 20 === 0),
    ...data.rows("banking77_en").filter((_row, at) => at % 20 === 0),
  ].map(({ text = "" }) => example(text, [0.15], "elsewhere", calmWeight)),
];
const calmWeight = 0.02;
