import type { Matcher } from "../../lib/detect/exact/matcher.ts";
import type { FilePost } from "../../lib/detect/lists/post-file.ts";
import type { Hit } from "../../lib/schema/keywords.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Route, Triage } from "../../lib/schema/triage.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import type { TriageModel } from "../../lib/triage/model/asset.ts";
import { triage } from "../../lib/triage/triage.ts";

/** The latest so many posts of this device are tried. */
const mostMentions = 1_000;

/** So many posts of each kind are named; the rest is counted. */
const mostNamed = 100;

/** After so many milliseconds the page has its turn. */
const sliceMs = 12;

/** A post that a list finds, or found before it was edited, and what would become of it. */
export interface TriedHit {
  readonly post: FilePost;
  /** Its place among the posts, from 0. */
  readonly place: number;
  readonly triage: Triage;
}

/** What trying the lists on many posts came to. */
export interface Tried {
  readonly read: number;
  /** How many the edited lists find, and by route where these would go. */
  readonly found: number;
  readonly byRoute: Readonly<Record<Route, number>>;
  /** How many only the edited lists find, and how many only those that are live; of each the first hundred. */
  readonly gained: number;
  readonly lost: number;
  readonly gainedPosts: readonly TriedHit[];
  readonly lostPosts: readonly TriedHit[];
  /** Of those that both find the first hundred. */
  readonly samePosts: readonly TriedHit[];
}

/** Scores a post as the background would. */
export type ScorePost = (post: FilePost, hits: readonly Hit[]) => Triage;

/** The scores that posts get by these rules at `atMs`, as if they were seen then. */
export function scorerOf(settings: TriageSettings = defaultTriageSettings, model: TriageModel | null, atMs: number): ScorePost {
  const counts = { replies: null, reposts: null, likes: null, views: null };
  return ({ text, lang }, hits) =>
    withKeywordReason(triage({ text, lang, counts, verified: null, postedAt: null, names: hits }, atMs, settings, model), text, hits);
}

interface Lists {
  /** The lists as they are edited. */
  readonly edited: Matcher;
  readonly live: Matcher;
  readonly score: ScorePost;
}

interface Running {
  /** A clock in ms. */
  readonly now: () => number;
  /** Lets the page do what waits. */
  readonly breath: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (read: number) => void;
}

const empty = () => ({ found: 0, gained: 0, lost: 0, byRoute: { community: 0, first_line: 0, second_line: 0 } });

/** Tries the lists on posts, a slice at a time, so that the page never stands still. Null when it was ended before. */
export async function tryPosts(posts: readonly FilePost[], { edited, live, score }: Lists, running: Running): Promise<Tried | null> {
  const { now, breath, signal, onProgress } = running;
  const sums = empty();
  const named = { gained: [] as TriedHit[], lost: [] as TriedHit[], same: [] as TriedHit[] };
  let sliceEnd = now() + sliceMs;
  for (const [place, post] of posts.entries()) {
    if (now() >= sliceEnd) {
      onProgress(place);
      await breath();
      if (signal.aborted) return null;
      sliceEnd = now() + sliceMs;
    }
    const facts = { author: post.author };
    const [hits, before] = [edited.match(post.text, post.lang, facts), live.match(post.text, post.lang, facts)];
    const kind = hits.length > 0 ? (before.length > 0 ? "same" : "gained") : before.length > 0 ? "lost" : null;
    if (kind === null) continue;
    const hit = { post, place, triage: score(post, kind === "lost" ? before : hits) };
    if (kind !== "same") sums[kind]++;
    if (kind !== "lost") {
      sums.found++;
      sums.byRoute[hit.triage.route]++;
    }
    if (named[kind].length < mostNamed) named[kind].push(hit);
  }
  onProgress(posts.length);
  return { read: posts.length, ...sums, gainedPosts: named.gained, lostPosts: named.lost, samePosts: named.same };
}

/** The latest posts of this device whose whole text a list decided about. */
export function postsHere(mentions: readonly Mention[]): readonly FilePost[] {
  return mentions
    .filter(({ partial, byHand }) => !partial && byHand !== true)
    .toSorted((a, b) => (a.firstSeenAt < b.firstSeenAt ? 1 : -1))
    .slice(0, mostMentions)
    .map(({ excerpt, lang, author }) => ({ text: excerpt, lang, author: author.handle }));
}
