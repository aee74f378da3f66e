import { useEffect, useRef, useState } from "preact/hooks";
import type { FilePost } from "../../lib/detect/lists/post-file.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import { matcherOf } from "./finder.ts";
import { type ScorePost, type Tried, tryPosts } from "./many-posts.ts";

/** Which posts were tried. */
export type TriedSource = "here" | "brought";

export interface TriedOutcome {
  readonly source: TriedSource;
  readonly tried: Tried;
}

interface ListsToTry {
  /** All lists as they would be after the push, and as they are. */
  readonly edited: readonly KeywordList[];
  readonly live: readonly KeywordList[];
  readonly score: ScorePost;
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Trying the lists on many posts: one at a time, begun anew when asked again. What was found belongs to the lists as they were then. */
export function useTried({ edited, live, score }: ListsToTry) {
  const [outcome, setOutcome] = useState<TriedOutcome | null>(null);
  /** How many posts were read so far; null: nothing goes on. */
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lists make what was found untrue
  useEffect(() => {
    running.current?.abort();
    setOutcome(null);
    setProgress(null);
  }, [edited, live]);
  const run = async (source: TriedSource, posts: readonly FilePost[]) => {
    running.current?.abort();
    const life = new AbortController();
    running.current = life;
    setOutcome(null);
    setProgress(0);
    await breath();
    const lists = { edited: matcherOf(edited), live: matcherOf(live), score };
    const tried = await tryPosts(posts, lists, { now: () => performance.now(), breath, signal: life.signal, onProgress: setProgress });
    if (tried === null) return;
    setProgress(null);
    setOutcome({ source, tried });
  };
  return { outcome, progress, run: (source: TriedSource, posts: readonly FilePost[]) => void run(source, posts) };
}
