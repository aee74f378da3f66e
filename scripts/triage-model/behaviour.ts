import { isDanger, type Triage, waitsFrom } from "../../lib/schema/triage.ts";
import { placesOf, type Span } from "../../lib/triage/names.ts";
import posts from "./behaviour/posts.json" with { type: "json" };
import { type WrittenLanguage, writtenLanguages } from "./written.ts";

/** Scores a post in which the brand's name stands at `names`. */
export type ScoreNamed = (text: string, names: readonly Span[]) => Triage;

/** What the posts call the brand. */
const brand: Readonly<Record<WrittenLanguage, string>> = { en: "acme", id: "acme", he: "אקמי", zh: "acme", nb: "acme", vi: "acme" };
/** Names that are words too, good ones and bad ones. */
const otherNames = ["Hell Energy", "Best Buy", "Target"];
const link = "https://t.co/Ab3dE";

/** What a reader would expect of a post of each capability (after Ribeiro et al., "Beyond accuracy", ACL 2020: minimal functionality). */
const expected = {
  danger: ({ route, priority }) => route === "first_line" && priority >= 90,
  "danger between the lines": ({ route }) => route === "first_line",
  "no danger": ({ route, hazard }) => route === "community" && !isDanger(hazard),
  "question without a mark": ({ kind, route, answerability }) =>
    (kind === "question" || kind === "request") && route !== "first_line" && answerability >= waitsFrom,
  furious: ({ route }) => route === "first_line",
  "praise by negation": ({ sentimentLabel, route }) => sentimentLabel === "positive" && route === "community",
  "negated good": ({ sentimentLabel }) => sentimentLabel === "negative",
  noise: ({ route, answerability }) => route === "community" && answerability < waitsFrom,
  "positive swearing": ({ sentimentLabel, route }) => sentimentLabel !== "negative" && route === "community",
  waits: ({ answerability }) => answerability >= waitsFrom,
} as const satisfies Readonly<Record<string, (triage: Triage) => boolean>>;
type Written = keyof typeof expected;
const isWritten = (name: string): name is Written => Object.hasOwn(expected, name);

/** Changes of a post that must change nothing (invariance): a link below it, another brand. */
export const capabilities = [...(Object.keys(expected) as Written[]), "link added", "name changed"] as const;
export type Capability = (typeof capabilities)[number];

export interface Passed {
  readonly passed: number;
  readonly of: number;
}

function namedScore(score: ScoreNamed, text: string, name: string): Triage {
  return score(text, placesOf(text, [name]));
}

function renamed(text: string, from: string, to: string): string {
  return placesOf(text, [from])
    .toReversed()
    .reduce((sum, { start, end }) => sum.slice(0, start) + to + sum.slice(end), text);
}

const isSame = (a: Triage, b: Triage): boolean => a.route === b.route && a.kind === b.kind && a.hazard === b.hazard;

function casesOf(lang: WrittenLanguage, capability: Capability, score: ScoreNamed): boolean[] {
  const own: Readonly<Record<string, readonly string[]>> = posts[lang];
  const name = brand[lang];
  if (isWritten(capability)) return (own[capability] ?? []).map((text) => expected[capability](namedScore(score, text, name)));
  if (capability === "link added") {
    const sent = [...(own.danger ?? []), ...(own.furious ?? [])].map((text) => [text, namedScore(score, text, name)] as const);
    return sent.map(([text, { route }]) => namedScore(score, `${text} ${link}`, name).route === route);
  }
  return Object.values(own)
    .flat()
    .flatMap((text) =>
      otherNames.map((other) => isSame(namedScore(score, text, name), namedScore(score, renamed(text, name, other), other))),
    );
}

/** How many cases of each capability are read as a reader would, by language. */
export function behaviourOf(score: ScoreNamed): Readonly<Record<Capability, Readonly<Record<WrittenLanguage, Passed>>>> {
  const cell = (capability: Capability, lang: WrittenLanguage): Passed => {
    const cases = casesOf(lang, capability, score);
    return { passed: cases.filter(Boolean).length, of: cases.length };
  };
  const row = (capability: Capability) =>
    Object.fromEntries(writtenLanguages.map((lang) => [lang, cell(capability, lang)])) as Record<WrittenLanguage, Passed>;
  return Object.fromEntries(capabilities.map((capability) => [capability, row(capability)])) as Record<
    Capability,
    Record<WrittenLanguage, Passed>
  >;
}

/** Lines of a table: capability by language. */
export function behaviourTable(score: ScoreNamed): string[] {
  const show = ({ passed, of }: Passed) => `${passed} of ${of}`.padStart(12);
  const rows = Object.entries(behaviourOf(score)).map(([name, cells]) => {
    const all = Object.values(cells).reduce((sum, { passed, of }) => ({ passed: sum.passed + passed, of: sum.of + of }));
    return `${name.padEnd(26)}${writtenLanguages.map((lang) => show(cells[lang])).join("")}${show(all)}`;
  });
  return [`${"".padEnd(26)}${[...writtenLanguages, "all"].map((lang) => lang.padStart(12)).join("")}`, ...rows];
}
