import { primaryLanguage } from "../schema/language.ts";
import type { KnowledgeItem } from "../schema/workspace.ts";
import { termsOf } from "./terms.ts";

/** A post that was answered without an answer on record. */
export interface UnassistedPost {
  readonly id: string;
  readonly lang: string;
  /** Its terms, as a precedent has them. */
  readonly asked: string;
  /** Its words and its address, where this device holds it. */
  readonly excerpt: string | null;
  readonly link: string | null;
}

/** Posts that ask about the same, as far as two words tell. */
export interface AskedOften {
  /** Primary tag. */
  readonly lang: string;
  /** The two, as the posts write them where that is known. */
  readonly words: readonly string[];
  readonly posts: readonly UnassistedPost[];
}

/** So many posts are worth an answer on record; and so many of these are shown. */
const fewest = 3;
const mostShown = 10;
/** A word of more than this share of a language's posts, such as the brand's name, tells nothing of them. */
const commonShare = 0.3;
/** Of fewer posts no word is called common. */
const toTellCommon = 10;

const termsIn = ({ asked }: UnassistedPost): string[] => [...new Set(asked.split(" ").filter(Boolean))].sort();

/** The posts by each two telling words that stand in them. */
function byPair(posts: readonly UnassistedPost[]): Map<string, UnassistedPost[]> {
  const spread = new Map<string, number>();
  for (const post of posts) for (const term of termsIn(post)) spread.set(term, (spread.get(term) ?? 0) + 1);
  const most = posts.length < toTellCommon ? posts.length : posts.length * commonShare;
  const isTelling = (term: string) => (spread.get(term) ?? 0) >= fewest && (spread.get(term) ?? 0) <= most;
  const pairs = new Map<string, UnassistedPost[]>();
  for (const post of posts) {
    const terms = termsIn(post).filter(isTelling);
    terms.forEach((one, at) => {
      for (const other of terms.slice(at + 1)) pairs.set(`${one} ${other}`, [...(pairs.get(`${one} ${other}`) ?? []), post]);
    });
  }
  return pairs;
}

/** The words of an item by which it is found first. */
const leading = ({ title, topics }: KnowledgeItem): Set<string> => new Set(termsOf([title, ...topics].join(" ")).keys());

/** Terms as one of the posts writes them. */
function asWritten(terms: readonly string[], posts: readonly UnassistedPost[]): string[] {
  return terms.map((term) => posts.map(({ excerpt }) => excerpt && termsOf(excerpt).get(term)).find(Boolean) ?? term);
}

/** Of one language: again and again the two words that most posts share, and these posts taken out. */
function inLanguage(lang: string, all: readonly UnassistedPost[], items: readonly KnowledgeItem[]): AskedOften[] {
  const known = items.map(leading);
  const hasItem = (terms: readonly string[]) => known.some((words) => terms.every((term) => words.has(term)));
  const ordered = [...byPair(all)].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const taken = new Set<string>();
  const found: AskedOften[] = [];
  for (const [pair, sharing] of ordered) {
    const posts = sharing.filter(({ id }) => !taken.has(id));
    const terms = pair.split(" ");
    if (posts.length < fewest || hasItem(terms)) continue;
    for (const { id } of posts) taken.add(id);
    found.push({ lang, words: asWritten(terms, posts), posts });
  }
  return found;
}

/**
 * What is asked often and has no answer on record: in each language posts that share two telling words which no item of that language has among its title
 * and topics, most posts first. A post counts once.
 */
export function askedOften(posts: readonly UnassistedPost[], items: readonly KnowledgeItem[]): AskedOften[] {
  const languages = new Set(posts.flatMap(({ lang }) => primaryLanguage(lang) ?? []));
  const found = [...languages].flatMap((lang) => {
    const isOf = (each: { readonly lang: string }) => primaryLanguage(each.lang) === lang;
    return inLanguage(lang, posts.filter(isOf), items.filter(isOf));
  });
  return found.sort((a, b) => b.posts.length - a.posts.length).slice(0, mostShown);
}
