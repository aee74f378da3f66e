import { isDeepStrictEqual } from "node:util";
import { mostOf } from "../../lib/schema/limits.ts";
import type { Sighting } from "../../lib/schema/mention.ts";
import { maxExcerpt, type Post } from "../../lib/schema/post.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { placesOf } from "../../lib/triage/names.ts";
import { reachBucket, readersOf } from "../../lib/triage/reach.ts";
import { triage } from "../../lib/triage/triage.ts";
import type { MentionRow } from "../store/mentions.ts";
import { triageModel } from "../triage.ts";

/** What the workspace knows of a post, from one report or many. */
export interface Description {
  readonly permalink: string | null;
  readonly author: Post["author"];
  readonly excerpt: string;
  readonly partial: boolean;
  readonly lang: string | null;
  readonly postedAt: string | null;
  readonly labels: string[];
  readonly counts: Post["counts"];
}

/** One report; a time of the post in the future becomes `at`. */
export function ofSighting({ permalink, author, excerpt, partial, lang, postedAt, hits, counts }: Sighting, at: Date): Description {
  const posted = postedAt === null ? null : new Date(Math.min(Date.parse(postedAt), at.getTime())).toISOString();
  const labels = [...new Set(hits.map(({ label }) => label))].sort();
  return { permalink, author, excerpt, partial, lang, postedAt: posted, labels, counts };
}

/** What was known before. */
export function ofRow({ permalink, author, excerpt, partial, lang, posted_at, labels, counts }: MentionRow): Description {
  return { permalink, author, excerpt, partial, lang, postedAt: posted_at?.toISOString() ?? null, labels, counts };
}

const higher = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.max(a, b));

/** What of a post is somebody's word for it. */
export type Words = Pick<Description, "excerpt" | "partial" | "author" | "lang" | "postedAt">;
export const pickWords = ({ excerpt, partial, author, lang, postedAt }: Words): Words => ({ excerpt, partial, author, lang, postedAt });

/** How much of the beginning of a text must be the end of the known one for it to go on from there, in UTF-16 units. */
const overlap = 40;

/** The page showed more of the same text ("Show more"); an excerpt may begin later than the one before. */
function goesOn(known: string, seen: string): boolean {
  const [before, after] = [known, seen].map((text) => text.replace(/^…|…$/g, "")) as [string, string];
  return after.length > before.length - overlap && (after.includes(before) || before.includes(after.slice(0, overlap)));
}

/** What one who reported it first says when they look again: more of the same text, and what they left out before. */
function again(known: Words, seen: Words): Words {
  const isMore = (known.partial || !seen.partial) && seen.excerpt.length >= overlap && goesOn(known.excerpt, seen.excerpt);
  const isWhole = known.partial && !seen.partial && seen.excerpt.startsWith(known.excerpt);
  const { excerpt, partial } = isWhole || (isMore && (known.partial || seen.excerpt.length > known.excerpt.length)) ? seen : known;
  const author = {
    handle: known.author.handle ?? seen.author.handle,
    name: known.author.name ?? seen.author.name,
    verified: known.author.verified ?? seen.author.verified,
  };
  return { excerpt, partial, author, lang: known.lang ?? seen.lang, postedAt: known.postedAt ?? seen.postedAt };
}

/** The words of whoever reported it first stand, each until two members say another one; `others` are what the rest said. */
function agreed(known: Words, seen: Words, others: readonly Words[]): Words {
  const text = ({ excerpt, partial }: Words) => ({ excerpt, partial });
  const says = <T>(of: (words: Words) => T): T => (others.some((other) => isDeepStrictEqual(of(other), of(seen))) ? of(seen) : of(known));
  return {
    ...says(text),
    author: says(({ author }) => author),
    lang: says(({ lang }) => lang),
    postedAt: says(({ postedAt }) => postedAt),
  };
}

/** Who says it: whoever reported it first, or one beside `others`. */
export type Witness = { readonly isFirst: true } | { readonly isFirst: false; readonly others: readonly Words[] };

/** Both together: the words that stand, the highest counts. Seen again it changes nothing. */
export function mergeDescriptions(known: Description, seen: Description, witness: Witness): Description {
  const words = witness.isFirst ? again(pickWords(known), pickWords(seen)) : agreed(pickWords(known), pickWords(seen), witness.others);
  // Keywords of a text that does not stand say nothing of the post.
  const labels = words.excerpt === seen.excerpt ? seen.labels : [];
  return {
    ...words,
    permalink: known.permalink ?? seen.permalink,
    labels: [...new Set([...known.labels, ...labels])].slice(0, mostOf.labels).sort(),
    counts: {
      replies: higher(known.counts.replies, seen.counts.replies),
      reposts: higher(known.counts.reposts, seen.counts.reposts),
      likes: higher(known.counts.likes, seen.counts.likes),
      views: higher(known.counts.views, seen.counts.views),
    },
  };
}

/** Give or take half an emoji or an ellipsis. */
const cutFrom = maxExcerpt - 3;

/** The post goes on behind its excerpt. */
export const isCut = ({ excerpt }: Pick<Description, "excerpt">): boolean => excerpt.length >= cutFrom;

const reachOf = ({ counts, author }: Description): number => reachBucket(readersOf({ counts, verified: author.verified }));

/** Whether the counts of both say the same to people: about so many readers, and whether anybody replied. */
export function tellsSame(a: Description, b: Description): boolean {
  return reachOf(a) === reachOf(b) && (a.counts.replies === 0) === (b.counts.replies === 0);
}

/**
 * The server's own score as of the first sight, so that the same post gets the same score whenever it is reported.
 * Only where the excerpt was cut, and only upwards, a device's route counts with its reasons: it has read the rest. (Who may
 * hand the post to staff anyway gains no power by it; the others' scores are not among `others`.)
 */
export function score(post: Description, firstSeenAt: Date, settings: TriageSettings, others: readonly Triage[]): Triage {
  const { excerpt, lang, counts, author, postedAt } = post;
  const seen = { text: excerpt, lang, counts, verified: author.verified, postedAt, names: placesOf(excerpt, post.labels) };
  const own = triage(seen, firstSeenAt.getTime(), settings, triageModel());
  const escalating = others.find(({ route }) => route !== "community");
  if (!isCut(post) || own.route !== "community" || !escalating) return own;
  return { ...own, route: escalating.route, reasons: escalating.reasons };
}
