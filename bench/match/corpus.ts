import type { KeywordEntry, KeywordList } from "../../lib/schema/keywords.ts";
import { Chance } from "../kit/numbers.ts";
import { inventWord, keywordLength, type Script, scripts, wordLength } from "./words.ts";

export interface Corpus {
  readonly posts: readonly string[];
  /** Keyword texts; the first ten and the first thousand are lists of their own. */
  readonly keywords: readonly string[];
}

const vocabularySize = 4000;
const postLength = 200;
/** One post in twenty names a keyword of the shortest list, one in twenty another of the longest. */
const mentionShare = 0.05;

const inOrder: readonly Script[] = ["latin", "latin", "latin", ...scripts];

/** `count` different invented keywords: names, phrases, handles, hashtags, domains and beginnings, that are no words of the posts. */
function inventKeywords(count: number, taken: ReadonlySet<string>, chance: Chance): string[] {
  const keywords = new Set<string>();
  while (keywords.size < count) {
    const script = inOrder[keywords.size % inOrder.length] ?? "latin";
    const word = () => inventWord(script, chance.between(...keywordLength[script]), chance);
    const first = word();
    const kind = chance.next();
    const spaced = script !== "chinese";
    if (taken.has(first) || first.length < 2) continue;
    if (spaced && kind < 0.2) keywords.add(`${first} ${word()}`);
    else if (script === "latin" && kind < 0.25) keywords.add(`@${first}`);
    else if (script === "latin" && kind < 0.28) keywords.add(`#${first}`);
    else if (script === "latin" && kind < 0.31) keywords.add(`${first}.com`);
    else if (script === "latin" && kind < 0.34 && first.length > 5) keywords.add(`${first}*`);
    else keywords.add(first);
  }
  return [...keywords];
}

function writePost(script: Script, vocabulary: readonly string[], mentions: readonly string[], chance: Chance): string {
  const space = script === "chinese" ? "" : " ";
  const places = new Map(mentions.map((mention) => [chance.between(0, 8), mention]));
  let post = "";
  for (let word = 0; post.length < postLength; word++) {
    const plain = chance.pick(vocabulary, 3);
    const mention = places.get(word);
    const written = mention ? ` ${mention.replace("*", "s")} ` : chance.next() < 0.1 ? plain[0]?.toUpperCase() + plain.slice(1) : plain;
    const stop = chance.next() < 0.12 ? chance.pick([",", ".", "!", "?", " -", " 🎧", "…", "\n", ":", " 3"]) : "";
    post += `${written}${stop}${space}`;
  }
  return post.trim();
}

/** Invented posts of about 200 characters in mixed scripts, and keywords; the same ones for the same numbers. */
export function inventCorpus(postCount: number, keywordCount: number, seed = 7): Corpus {
  const chance = new Chance(seed);
  const vocabularies = new Map(
    scripts.map((script) => [
      script,
      Array.from({ length: vocabularySize }, () => inventWord(script, chance.between(...wordLength[script]), chance)),
    ]),
  );
  const keywords = inventKeywords(keywordCount, new Set([...vocabularies.values()].flat()), chance);
  const few = keywords.slice(0, 10);
  const posts = Array.from({ length: postCount }, (_, index) => {
    const script = inOrder[index % inOrder.length] ?? "latin";
    const mentions = [few, keywords].filter(() => chance.next() < mentionShare).map((from) => chance.pick(from));
    return writePost(script, vocabularies.get(script) ?? [], mentions, chance);
  });
  return { posts, keywords };
}

/** Keyword texts as one list, every entry of the plainest kind. */
export function listOf(texts: readonly string[]): KeywordList {
  const entries: KeywordEntry[] = texts.map((text, index) => ({ id: `k${index}`, text, label: null, mustNear: [], mustNotNear: [] }));
  return { id: "bench", name: "Bench", version: 1, updatedAt: "2026-01-01T00:00:00.000Z", entries };
}
