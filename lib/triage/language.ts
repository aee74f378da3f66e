import functionWords from "../../assets/function-words.json" with { type: "json" };
import { primaryLanguage } from "../schema/language.ts";
import type { TriageModel } from "./model/asset.ts";
import type { Features } from "./model/features.ts";
import { lookUp, probabilities, scoresOfHead } from "./model/reading.ts";
import { signAt, signCount } from "./model/signs.ts";
import { remembered } from "./remembered.ts";
import { tableOf } from "./tables.ts";
import type { Token } from "./tokens.ts";
import { otherLanguages } from "./words/others.ts";

const unknownLanguage = "unknown";

/** Share of a text's letters from which a script decides: brand names in Latin letters stand in posts of every script. */
const scriptShare = 0.25;
const scripts: readonly [language: string | null, letters: RegExp][] = [
  ["he", /\p{sc=Hebr}/gu],
  ["ja", /[\p{sc=Hira}\p{sc=Kana}]/gu],
  ["zh", /\p{sc=Han}/gu],
  ["ko", /\p{sc=Hang}/gu],
  ["th", /\p{sc=Thai}/gu],
  ["el", /\p{sc=Grek}/gu],
  // Letters of Persian and Urdu.
  [null, /[پچژگٹڈڑے]/gu],
  ["ar", /\p{sc=Arab}/gu],
  ["hi", /\p{sc=Deva}/gu],
  // Shared by many languages: only the site can tell.
  [null, /\p{sc=Cyrl}/gu],
];
const looked = 1000;

/** Letters that hardly another of these languages has. */
const ownLetters: readonly [language: string, letters: RegExp, votes: number][] = [
  ["vi", /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/u, 2],
  ["nb", /[åøæ]/u, 0.5],
  ["da", /[åøæ]/u, 0.5],
  ["sv", /[åäö]/u, 0.4],
  ["de", /[ßäöü]/u, 0.6],
  ["es", /[ñ¿¡]/u, 1],
];

const latin = ["en", "id", "nb", "vi"] as const;
const wordLanguages = new Map<string, string[]>();
function learn(language: string, words: string): void {
  for (const word of words.split(" ")) wordLanguages.set(word, [...(wordLanguages.get(word) ?? []), language]);
}
for (const language of latin) learn(language, functionWords[language]);
for (const [language, words] of Object.entries(otherLanguages)) learn(language, words);

const declaredVotes = 1;
const cueVotes = 0.5;
/** The best must have so many votes for each word, and so many times the votes of the second. */
const fewest = 0.12;
const margin = 1.15;

/** What a word in Latin letters votes for. One of several languages is shared among them. */
const votesOf = remembered((key): readonly (readonly [language: string, votes: number])[] => {
  const languages = wordLanguages.get(key) ?? [];
  const cueLanguages = latin.filter((language) => tableOf(language)?.cues.has(key));
  return [
    ...languages.map((language) => [language, 1 / languages.length] as const),
    ...cueLanguages.map((language) => [language, cueVotes / cueLanguages.length] as const),
    ...ownLetters.filter(([, letters]) => letters.test(key)).map(([language, , count]) => [language, count] as const),
  ];
});

function vote(words: readonly Token[], declared: string | null): string {
  const votes = new Map<string, number>();
  if (declared) votes.set(declared, declaredVotes);
  for (const { key } of words) for (const [language, count] of votesOf(key)) votes.set(language, (votes.get(language) ?? 0) + count);
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < fewest * words.length || best[1] < margin * (second?.[1] ?? 0)) return declared ?? unknownLanguage;
  return best[0];
}

/** Primary language of a text: by its script, else by the model (or its words) and what the site declares; `unknown` when nothing tells. */
export function languageOf(
  text: string,
  tokens: readonly Token[],
  declaredTag: string | null,
  model: TriageModel | null,
  pieces: Features,
): string {
  const declared = primaryLanguage(declaredTag);
  const beginning = text.slice(0, looked);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return declared ?? unknownLanguage;
  for (const [language, script] of scripts) {
    if ((beginning.match(script)?.length ?? 0) >= scriptShare * letters) return language ?? declared ?? unknownLanguage;
  }
  const words = tokens.filter((token) => token.kind === "word");
  const voted = vote(words, declared);
  if (!model || unlearnt.has(voted)) return voted;
  return learnt(model, pieces, declared) ?? voted;
}

/** Told apart by function words alone: there are no posts of them to learn from. */
const unlearnt = new Set(["da", "sv", "nl"]);
/** What a site's declaration adds to a language's score, and how likely another must be when the model does not know the declared one. */
const declaredScore = 2;
const surely = 0.95;
const likely = 0.5;

function learnt(model: TriageModel, pieces: Features, declared: string | null): string | null {
  const family = model.family("language");
  const head = family?.heads.get("language");
  if (!family || !head) return null;
  const signs = new Float64Array(signCount);
  signs[signAt.always] = 1;
  const scores = scoresOfHead(head, lookUp(family, null, pieces), signs);
  const declaredAt = head.outputs.indexOf(declared ?? "");
  if (declaredAt >= 0) scores[declaredAt] = (scores[declaredAt] ?? 0) + declaredScore;
  const shares = probabilities(head, scores, "all");
  const best = shares.indexOf(Math.max(...shares));
  const enough = declared !== null && declaredAt < 0 ? surely : likely;
  return (shares[best] ?? 0) >= enough ? (head.outputs[best] ?? null) : null;
}
