import { mostOf } from "../../lib/schema/limits.ts";
import type { Sighting } from "../../lib/schema/mention.ts";
import { maxExcerpt, type Post } from "../../lib/schema/post.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { reachBucket, readersOf } from "../../lib/triage/reach.ts";
import { triage } from "../../lib/triage/triage.ts";
import type { MentionRow } from "../store/mentions.ts";
import { triageModel } from "../triage-model.ts";

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

function isFuller(seen: Description, known: Description): boolean {
  return seen.partial === known.partial ? seen.excerpt.length > known.excerpt.length : known.partial;
}

/** Both together: the fuller text, the highest counts, and whatever only one of them says. Seen again it changes nothing. */
export function merge(known: Description, seen: Description): Description {
  const { excerpt, partial } = isFuller(seen, known) ? seen : known;
  return {
    excerpt,
    partial,
    permalink: known.permalink ?? seen.permalink,
    author: {
      handle: known.author.handle ?? seen.author.handle,
      name: known.author.name ?? seen.author.name,
      verified: known.author.verified ?? seen.author.verified,
    },
    lang: known.lang ?? seen.lang,
    postedAt: known.postedAt ?? seen.postedAt,
    labels: [...new Set([...known.labels, ...seen.labels])].slice(0, mostOf.labels).sort(),
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
export const isCut = ({ excerpt }: Description): boolean => excerpt.length >= cutFrom;

const reachOf = ({ counts, author }: Description): number => reachBucket(readersOf({ counts, verified: author.verified }));

/** Whether the counts of both say the same to people: about so many readers, and whether anybody replied. */
export function tellsSame(a: Description, b: Description): boolean {
  return reachOf(a) === reachOf(b) && (a.counts.replies === 0) === (b.counts.replies === 0);
}

/**
 * The server's own score as of the first sight, so that the same post gets the same score whenever it is reported.
 * Only where the excerpt was cut, and only upwards, a device's route counts with its reasons: it has read the rest. (A member
 * may hand any post to staff anyway, so this gives a device no power it has not.)
 */
export function score(post: Description, firstSeenAt: Date, settings: TriageSettings, others: readonly Triage[]): Triage {
  const { excerpt, lang, counts, author, postedAt } = post;
  const own = triage({ text: excerpt, lang, counts, verified: author.verified, postedAt }, firstSeenAt.getTime(), settings, triageModel());
  const escalating = others.find(({ route }) => route !== "community");
  if (!isCut(post) || own.route !== "community" || !escalating) return own;
  return { ...own, route: escalating.route, reasons: escalating.reasons };
}
