import { acts, anger, complaintSectors, complaints, englishMoods, offence, rage } from "./english.ts";
import type { Example } from "./examples.ts";
import { languages, latinLanguages } from "./language-examples.ts";
import { accuracy, type Labelled, type Metric, macroF1, macroRecall, weightedF1 } from "./metrics.ts";
import { chineseAnger, chinesePosts, hebrew, hebrewAnger, indonesian, norwegian, others, vietnamesePosts } from "./other-languages.ts";
import type { FamilyRecipe, HeadRecipe } from "./recipe.ts";
import { moodOutputs } from "./samples.ts";
import { wordList } from "./word-lists.ts";

const noList = () => new Map<string, number>();

const usual = { passes: 5, rate: 0.05, decay: 3e-4, most: 50_000, least: 0.02 } as const;
/** For large sets, and long posts. */
const quicker = { rate: 0.1, passes: 8 } as const;
const fewPosts = { passes: 12, most: 40_000, least: 0.01, isSmall: true } as const;
const sentiment = (examples: HeadRecipe["examples"], more: Partial<HeadRecipe> = {}): HeadRecipe => ({
  name: "sentiment",
  outputs: moodOutputs,
  exclusive: true,
  feeds: moodOutputs,
  examples,
  ...usual,
  ...more,
});
const single = (name: string, examples: HeadRecipe["examples"], more: Partial<HeadRecipe> = {}): HeadRecipe => ({
  name,
  outputs: [name],
  exclusive: false,
  examples,
  ...usual,
  ...more,
});
const choose = (
  variant: string,
  ...sets: readonly (readonly [from: readonly string[], metric: Metric<Labelled>, isTwofold?: boolean])[]
) => [{ variant, sets: sets.map(([from, metric, isTwofold = false]) => ({ from, metric, isTwofold })) }];
const half = ({ targets: [target = 0] }: Example) => Number(target >= 0.5);
const family = (name: string, heads: readonly HeadRecipe[], list: FamilyRecipe["list"] = noList): FamilyRecipe => ({
  name,
  tables: name,
  usesWords: true,
  list,
  heads,
});

export const families: readonly FamilyRecipe[] = [
  {
    name: "language",
    tables: "",
    usesWords: false,
    list: noList,
    heads: [{ name: "language", outputs: latinLanguages, exclusive: true, examples: languages, ...usual, decay: 1e-5, most: 90_000 }],
  },
  family(
    "en",
    [
      sentiment(englishMoods, { most: 200_000, choices: choose("all", [["tweets"], macroRecall], [["airlines"], macroF1]) }),
      single("offence", offence, { feeds: ["offence"], most: 20_000 }),
      single("rage", rage, { feeds: ["rage"], most: 10_000 }),
      single("complaint", complaints, {
        most: 40_000,
        passes: 40,
        isSmall: true,
        calibratedOn: complaintSectors,
      }),
      {
        ...single("act", acts, { ...fewPosts, margin: { cost: 0.3, signs: 0.3 }, bestF1: true }),
        outputs: ["question", "request", "threat"],
      },
      single("anger", anger, {
        ...fewPosts,
        margin: { cost: 0.4, signs: 0.3 },
        calibratedOn: ["angry", "calm"],
        truth: ({ from }) => Number(from === "angry"),
      }),
    ],
    (data) => wordList(data, ["vader_lexicon.txt", 4], ["AFINN-en-165.txt", 5]),
  ),
  family("id", [sentiment(indonesian, { most: 80_000, choices: choose("all", [["smsa", "idsa", "nusax"], macroF1]) })]),
  family("he", [
    sentiment(hebrew, { choices: choose("all", [["news"], macroF1]) }),
    single("anger", hebrewAnger, { ...fewPosts, margin: { cost: 0.2, signs: 0.3 }, calibratedOn: ["news"], truth: half }),
  ]),
  family("zh", [
    sentiment(chinesePosts, {
      ...quicker,
      most: 150_000,
      choices: [
        ...choose("Hant", [["openrice"], macroF1]),
        ...choose("Hans", [["shopping", "waimai", "weibo"], accuracy, true], [["calm"], accuracy]),
      ],
    }),
    single("anger", chineseAnger, { ...fewPosts, margin: { cost: 0.2, signs: 0.3 }, calibratedOn: ["brighter", "clue"], truth: half }),
  ]),
  family(
    "nb",
    [
      sentiment(norwegian, {
        ...fewPosts,
        margin: { cost: 0.2, signs: 0.3 },
        most: 90_000,
        choices: choose("all", [["norec"], macroF1], [["norec"], macroF1, true]),
      }),
    ],
    (data) => wordList(data, ["AFINN-da-32.txt", 5]),
  ),
  family("vi", [sentiment(vietnamesePosts, { most: 20_000, choices: choose("all", [["vsfc"], weightedF1]) })]),
  family("rest", [
    sentiment(others, {
      most: 60_000,
      choices: choose("all", [["arabic", "french", "german", "hindi", "italian", "portuguese", "spanish"], macroF1]),
    }),
  ]),
];
