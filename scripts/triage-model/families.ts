import { acts, anger, complaintSectors, complaints, englishMoods, offence, rage } from "./english.ts";
import type { Example } from "./examples.ts";
import { languages, latinLanguages } from "./language-examples.ts";
import { accuracy, type Labelled, type Metric, macroF1, macroRecall, weightedF1 } from "./metrics.ts";
import { chineseAnger, chinesePosts, hebrew, hebrewAnger, indonesian, norwegian, others, vietnamesePosts } from "./other-languages.ts";
import type { FamilyRecipe, HeadRecipe } from "./recipe.ts";
import { moodOutputs } from "./samples.ts";
import { wordList } from "./word-lists.ts";
import type { WrittenLanguage } from "./written.ts";
import {
  dangerExamples,
  hazardExamples,
  hazardOutputs,
  isHarmless,
  noiseExamples,
  noiseOutputs,
  onlyWrittenAnger,
  waitExamples,
  writtenActs,
  writtenComplaints,
} from "./written-examples.ts";

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
const half = ({ targets: [target = 0] }: Example) => Number(target >= 0.5);
const choose = (
  variant: string,
  ...sets: readonly (readonly [from: readonly string[], metric: Metric<Labelled>, isTwofold?: boolean, weight?: number])[]
) => [{ variant, sets: sets.map(([from, metric, isTwofold = false, weight = 1]) => ({ from, metric, isTwofold, weight })) }];
/** Real posts set the marks between moods; written ones only lean on them. */
const leaning = [["written"], macroF1, false, 0.1] as const;
const family = (name: string, heads: readonly HeadRecipe[], list: FamilyRecipe["list"] = noList): FamilyRecipe => ({
  name,
  tables: name,
  usesWords: true,
  list,
  heads,
});

/**
 * Of posts that are no danger, at most this share reaches the mark of a kind. One kind among four gives itself away where danger as a whole does not;
 * who is left alone with a wish to die waits worst.
 */
const mostWrongHazard = { self_harm: 0.006, violence: 0.004, safety: 0.003, fraud: 0.005, legal: 0.01, leaving: 0.01 } as const;

/** What only the written posts tell of, in every language that they are written in. */
const cares = (lang: WrittenLanguage): HeadRecipe[] => [
  single("danger", dangerExamples(lang), {
    ...{ ...fewPosts, most: 8000, margin: { cost: 1, signs: 0.3 } },
    ...{ calibratedOn: ["written"], mostWrong: [0.012] },
  }),
  {
    ...single("hazard", hazardExamples(lang), {
      ...fewPosts,
      passes: 7,
      most: 9000,
      margin: { cost: 1, signs: 0.3 },
      calibratedOn: ["written"],
    }),
    outputs: hazardOutputs,
    mostWrong: hazardOutputs.map((hazard) => mostWrongHazard[hazard]),
    wrongWhere: isHarmless,
  },
  single("waits", waitExamples(lang), {
    ...{ ...fewPosts, most: 8000, margin: { cost: 1, signs: 0.3 }, readsLinks: true },
    ...{ calibratedOn: ["written"], truth: half },
  }),
  {
    ...single("noise", noiseExamples(lang), { ...fewPosts, passes: 7, most: 4800, margin: { cost: 1, signs: 0.3 }, readsLinks: true }),
    outputs: noiseOutputs,
    mostWrong: noiseOutputs.map(() => 0.01),
  },
];

/** What English has sets for, from the written posts alone. */
const said = (lang: string): HeadRecipe[] => [
  single("complaint", () => writtenComplaints(lang), { ...fewPosts, most: 5000, margin: { cost: 0.5, signs: 0.3 }, truth: half }),
  {
    ...single("act", () => writtenActs(lang), { ...fewPosts, most: 9000, margin: { cost: 0.5, signs: 0.3 }, bestF1: true }),
    outputs: ["question", "request", "threat"],
    mostWrong: [null, null, 0.01],
  },
];
const angerOf = (lang: WrittenLanguage): HeadRecipe =>
  single("anger", onlyWrittenAnger(lang), {
    ...{ ...fewPosts, most: 8000, margin: { cost: 0.5, signs: 0.3 } },
    ...{ calibratedOn: ["written"], truth: half },
  });

export const families: readonly FamilyRecipe[] = [
  {
    name: "language",
    tables: "",
    usesWords: false,
    list: noList,
    heads: [{ name: "language", outputs: latinLanguages, exclusive: true, examples: languages, ...usual, decay: 1e-5, most: 60_000 }],
  },
  family(
    "en",
    [
      sentiment(englishMoods, {
        most: 115_000,
        choices: choose("all", [["tweets"], macroRecall], [["airlines"], macroF1], leaning),
      }),
      single("offence", offence, { feeds: ["offence"], most: 15_000 }),
      single("rage", rage, { feeds: ["rage"], most: 8000 }),
      single("complaint", complaints, {
        most: 30_000,
        passes: 40,
        isSmall: true,
        calibratedOn: complaintSectors,
      }),
      {
        ...single("act", acts, { ...fewPosts, most: 30_000, margin: { cost: 0.3, signs: 0.3 }, bestF1: true, calibratedOn: ["acts"] }),
        outputs: ["question", "request", "threat"],
      },
      single("anger", anger, {
        ...{ ...fewPosts, most: 25_000, margin: { cost: 0.4, signs: 0.3 } },
        calibratedOn: ["angry", "calm"],
        truth: ({ from }) => Number(from === "angry"),
      }),
      ...cares("en"),
    ],
    (data) => wordList(data, ["vader_lexicon.txt", 4], ["AFINN-en-165.txt", 5]),
  ),
  family("id", [
    sentiment(indonesian, { most: 60_000, choices: choose("all", [["smsa", "idsa", "nusax"], macroF1], leaning) }),
    ...said("id"),
    angerOf("id"),
    ...cares("id"),
  ]),
  family("he", [
    sentiment(hebrew, { choices: choose("all", [["news"], macroF1], leaning) }),
    ...said("he"),
    single("anger", hebrewAnger, {
      ...{ ...fewPosts, most: 20_000, margin: { cost: 0.2, signs: 0.3 } },
      ...{ calibratedOn: ["news", "written"], truth: half },
    }),
    ...cares("he"),
  ]),
  family("zh", [
    sentiment(chinesePosts, {
      ...quicker,
      most: 80_000,
      choices: [
        ...choose("Hant", [["openrice"], macroF1], leaning),
        ...choose("Hans", [["shopping", "waimai", "weibo"], accuracy, true], [["calm"], accuracy]),
      ],
    }),
    ...said("zh"),
    single("anger", chineseAnger, {
      ...{ ...fewPosts, most: 20_000, margin: { cost: 0.2, signs: 0.3 } },
      ...{ calibratedOn: ["brighter", "clue", "written"], truth: half },
    }),
    ...cares("zh"),
  ]),
  family(
    "nb",
    [
      sentiment(norwegian, {
        ...fewPosts,
        margin: { cost: 0.2, signs: 0.3 },
        most: 60_000,
        choices: choose("all", [["norec"], macroF1], [["norec"], macroF1, true]),
      }),
      ...said("nb"),
      angerOf("nb"),
      ...cares("nb"),
    ],
    (data) => wordList(data, ["AFINN-da-32.txt", 5]),
  ),
  family("vi", [
    sentiment(vietnamesePosts, { most: 20_000, choices: choose("all", [["vsfc"], weightedF1], leaning) }),
    ...said("vi"),
    angerOf("vi"),
    ...cares("vi"),
  ]),
  family("rest", [
    sentiment(others, {
      most: 50_000,
      choices: choose("all", [["arabic", "french", "german", "hindi", "italian", "portuguese", "spanish"], macroF1]),
    }),
  ]),
];
