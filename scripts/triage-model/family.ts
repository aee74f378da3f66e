import type { Fold } from "../../lib/triage/model/features.ts";
import { asSign } from "../../lib/triage/model/reading.ts";
import { signAt } from "../../lib/triage/model/signs.ts";
import { calibrate, type HeadCalibration, type Unseen } from "./calibrate.ts";
import { type HeadCorpus, readCorpus } from "./corpus.ts";
import type { Data } from "./data.ts";
import { type Example, partCount } from "./examples.ts";
import { coarsenWeights, type HeadWeights, type Lesson, learn, rawScores } from "./learn.ts";
import { learnByMargin } from "./margin.ts";
import type { FamilyRecipe, HeadRecipe } from "./recipe.ts";

/** A head as learnt, ready for the asset. */
export interface LearntHead {
  readonly recipe: HeadRecipe;
  readonly weights: HeadWeights;
  readonly step: number;
  readonly calibration: HeadCalibration;
  /** Posts that it has not learnt from: of choices, or each from a part that was left out. */
  readonly unseen: readonly Unseen[];
}

export interface LearntFamily {
  readonly recipe: FamilyRecipe;
  readonly corpus: HeadCorpus;
  readonly heads: readonly LearntHead[];
  readonly lessons: ReadonlyMap<HeadRecipe, readonly Lesson[]>;
}

const seed = 1;

/** Texts of all heads, each once. */
export function gatherTexts(recipe: FamilyRecipe, data: Data): { texts: string[]; learnt: boolean[]; lessons: Map<HeadRecipe, Lesson[]> } {
  const places = new Map<string, number>();
  const learnt: boolean[] = [];
  const place = ({ text, side, weight }: Example) => {
    const at = places.get(text) ?? places.size;
    places.set(text, at);
    learnt[at] = (learnt[at] ?? false) || (side === "train" && weight > 0);
    return at;
  };
  const lessons = new Map(
    recipe.heads.map((head) => [
      head,
      head
        .examples(data)
        .filter(({ side }) => side !== "test")
        .map((example) => ({ at: place(example), example })),
    ]),
  );
  return { texts: [...places.keys()], learnt, lessons };
}

export function learnFamily(recipe: FamilyRecipe, data: Data, fold: Fold): LearntFamily {
  const { texts, learnt, lessons } = gatherTexts(recipe, data);
  const whole = readCorpus(recipe, texts, learnt, recipe.list(data), fold);
  const corpus = withoutLinks(whole);
  const heads = recipe.heads.map((head) => {
    const learntHead = learnHead(head.readsLinks ? whole : corpus, head, lessons.get(head) ?? []);
    feed(whole, learntHead);
    feed(corpus, learntHead);
    return learntHead;
  });
  return { recipe, corpus, heads, lessons };
}

/** The same posts for heads that must not see whether there is a link. */
export function withoutLinks(corpus: HeadCorpus): HeadCorpus {
  const signs = corpus.signs.map((each) => {
    const blind = each.slice();
    blind[signAt.link] = 0;
    return blind;
  });
  return { ...corpus, signs };
}

/** What a head says of posts, as raw scores. */
function answers(corpus: HeadCorpus, head: HeadRecipe, weights: HeadWeights, lessons: readonly Lesson[]): Unseen[] {
  return lessons.map(({ at, example }) => ({ example, scores: rawScores(corpus, at, weights, new Float64Array(head.outputs.length)) }));
}

export function learnHead(corpus: HeadCorpus, head: HeadRecipe, lessons: readonly Lesson[]): LearntHead {
  const learnable = lessons.filter(({ example }) => example.weight > 0);
  const parts = Array.from({ length: partCount }, (_, part) => part);
  const counts = ({ example }: Lesson) => head.calibratedOn?.includes(example.from) ?? true;
  const leftOut = (part: number) => {
    const asked = learnable.filter((lesson) => lesson.example.part === part && counts(lesson));
    if (asked.length === 0) return [];
    const rest = learnable.filter(({ example }) => example.part !== part);
    return answers(corpus, head, taught(corpus, rest, head), asked);
  };
  const fromParts = head.isSmall ? parts.flatMap(leftOut) : [];
  const early = head.isSmall ? learnable : learnable.filter(({ example }) => example.side === "train");
  const [weights, step] = learnCoarse(corpus, early, head);
  const chosenOn = lessons.filter(({ example }) => example.side === "dev");
  const unseen = head.isSmall ? fromParts : answers(corpus, head, weights, chosenOn);
  const calibration = calibrate(
    head,
    unseen.filter(({ example }) => head.calibratedOn?.includes(example.from) ?? true),
  );

  if (!head.choices || head.isSmall) return { recipe: head, weights, step, calibration, unseen };
  // The posts of choices have done their part and can be learnt from too.
  const [full, fullStep] = learnCoarse(corpus, learnable, head);
  return { recipe: head, weights: full, step: fullStep, calibration, unseen };
}

const taught = (corpus: HeadCorpus, lessons: readonly Lesson[], head: HeadRecipe): HeadWeights =>
  head.margin ? learnByMargin(corpus, lessons, head, head.margin, seed) : learn(corpus, lessons, head, seed);

function learnCoarse(corpus: HeadCorpus, lessons: readonly Lesson[], head: HeadRecipe): [weights: HeadWeights, step: number] {
  const weights = taught(corpus, lessons, head);
  return [weights, coarsenWeights(weights, head.least)];
}

/** Puts what a head says of every post among its signs. */
function feed(corpus: HeadCorpus, { recipe, weights }: LearntHead): void {
  if (!recipe.feeds) return;
  const scores = new Float64Array(recipe.outputs.length);
  for (const [at, signs] of corpus.signs.entries()) {
    rawScores(corpus, at, weights, scores);
    for (const [output, sign] of recipe.feeds.entries()) signs[signAt[sign]] = asSign(scores[output] ?? 0);
  }
}
