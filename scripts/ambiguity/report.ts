import { everydayScale } from "../../lib/detect/ambiguity/ambiguity-everyday.ts";
import { findEvidence } from "../../lib/detect/ambiguity/ambiguity-evidence.ts";
import { type AmbiguityTable, ambiguityScorer, wordGroups } from "../../lib/detect/ambiguity/ambiguity-scorer.ts";
import { learnEverydayWords } from "./everyday-words.ts";
import { fitModel, type LabelledName } from "./learner.ts";
import { area, chooseStrength, evenMacroF1, interval, type Judged, leaveNamesOut, randomFrom, rightShare } from "./measure.ts";
import { findName, type NameInPost, readCorpora, readOwn, readSet } from "./posts.ts";
import { groups } from "./words.ts";

type Item = NameInPost & LabelledName;

const repeats = 5;

/** How well one group of mentions is told apart by models that never saw their names; shares and F1 of 100. */
export interface Measure {
  readonly label: string;
  readonly mentions: number;
  readonly brands: number;
  readonly right: number;
  /** Null where every mention is the word. */
  readonly split: {
    readonly macroF1: number;
    readonly range: readonly [number, number];
    readonly area: number;
    readonly capitalRule: number;
  } | null;
}

interface Learnt {
  readonly table: AmbiguityTable;
  readonly everyday: Record<string, string>;
  readonly measures: readonly Measure[];
  /** The measures, and what the sets around it say, in sentences. */
  readonly lines: readonly string[];
}

/** Learns the table and the everyday words from the sets in `data`, and measures them on names left out. */
export function learnAmbiguity(data: string, seed: number): Learnt {
  const random = randomFrom(seed);
  const everyday = learnEverydayWords(data);
  const scale = everydayScale(everyday);
  const words = Object.fromEntries(Object.entries(groups).map(([group, list]) => [group, list.split(/\s+/).join(" ")]));
  const has = wordGroups(words);
  const items: Item[] = [...readCorpora(data), ...readOwn(data)].map((mention) => {
    const entry = { text: mention.name, isOwn: () => false, everyday: scale(mention.name) };
    return { ...mention, weight: 1, evidence: findEvidence(mention.text, mention, entry, has) };
  });
  const school = items.filter(({ mayTeach }) => mayTeach);
  const tableOf = (some: Item[]) => {
    const { bias, weights } = fitModel(some, chooseStrength(some, random));
    const round = (number: number) => Math.round(number * 100) / 100;
    const kept = Object.entries(weights).map(([code, weight]) => [code, round(weight)] as const);
    return { bias: round(bias), weights: Object.fromEntries(kept), words };
  };
  const judged = Array.from({ length: repeats }, () => leaveNamesOut(items, random));
  const measures = [
    ...(["core", "other", "own"] as const).map((kind) => measure(kind, judged, ({ item }) => item.kind === kind, random)),
    measure("entity corpora", judged, ({ item }) => item.kind !== "own", random),
    measure("company or fruit", judged, ({ item }) => item.name === "apple", random),
  ];
  const lines = [
    `learnt from ${school.length} mentions of ${new Set(school.map(({ name }) => name)).size} names; measured on names left out, ${repeats} times`,
    ...measures.map(sentence),
    ...describeApple(data, tableOf(school.filter(({ name }) => name !== "apple")), scale("apple")),
  ];
  return { table: tableOf(school), everyday, measures, lines };
}

function measure(label: string, repeated: Judged<Item>[][], wanted: (one: Judged<Item>) => boolean, random: () => number): Measure {
  const parts = repeated.map((judged) => judged.filter(wanted));
  const mean = (of: (judged: Judged<Item>[]) => number) => parts.reduce((sum, part) => sum + of(part), 0) / parts.length;
  const [first = []] = parts;
  const brands = first.filter(({ isBrand }) => isBrand).length;
  const counted = { label, mentions: first.length, brands, right: mean(rightShare) };
  if (brands === 0) return { ...counted, split: null };
  const capital = first.map(({ item, isBrand }) => ({ isBrand, brand: Number(/^\p{Lu}/u.test(item.text.slice(item.start))) }));
  const range = interval(first, evenMacroF1, random);
  return { ...counted, split: { macroF1: mean(evenMacroF1), range, area: mean(area), capitalRule: evenMacroF1(capital) } };
}

function sentence({ label, mentions, brands, right, split }: Measure): string {
  const size = `${label} (${mentions} mentions, ${brands} companies): right ${right.toFixed(1)} %`;
  if (split === null) return size;
  const range = split.range.map((end) => end.toFixed(1)).join(" to ");
  const measured = `macro-F1 ${split.macroF1.toFixed(1)} (95 % ${range}), area ${split.area.toFixed(3)}`;
  return `${size}, ${measured}; capital-letter rule: macro-F1 ${split.capitalRule.toFixed(1)}`;
}

/** The sets found by "@Apple": their "not relevant" says little about the fruit, so this only shows what the scorer makes of them. */
function describeApple(data: string, table: AmbiguityTable, everyday: number): string[] {
  const score = ambiguityScorer(table);
  const entry = { text: "apple", isOwn: () => false, everyday };
  return [
    { set: "apple_dfe_en", other: "not_relevant" },
    { set: "sanders_en", other: "irrelevant" },
  ].map(({ set, other }) => {
    const rows = readSet(data, set).filter(({ brand }) => brand === undefined || brand === "apple");
    const judged = rows.flatMap(({ text = "", label }) => {
      const scores = findName(text, "apple", "gi").map((start) => score(text, { start, end: start + 5 }, entry).brand);
      return scores.length === 0 ? [] : [{ isBrand: label !== other, brand: Math.max(...scores) }];
    });
    const words = judged.filter(({ isBrand }) => !isBrand).length;
    return `${set} (${judged.length} posts that name it, ${words} ${other}): macro-F1 ${evenMacroF1(judged).toFixed(1)}, area ${area(judged).toFixed(3)}`;
  });
}
