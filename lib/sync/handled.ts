import * as v from "valibot";
import { MentionMark, maxBuckets } from "../schema/mark.ts";
import { protocolVersion } from "../schema/wire.ts";
import type { Store } from "../store/database.ts";
import { keepMarks, recentMark } from "../store/marks.ts";
import { getMeta } from "../store/meta.ts";
import { post } from "./transport.ts";

/** How long to wait for more posts of the same page, and for an answer before going on without one, in milliseconds. */
const gatherMs = 40;
const patienceMs = 1_500;

interface HandledOptions {
  readonly store: Store;
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
}

/** Looks a post up by its mention's id; null when the workspace does not know it or cannot be asked now. */
export type LookUp = (id: string) => Promise<MentionMark | null>;

/** First five hex digits of the id's SHA-256. */
export async function bucketOf(id: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(id));
  return [...new Uint8Array(hash, 0, 3)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, 5);
}

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null));

/** "Already handled?": asks what the device remembers, then the server, posts of one moment together, by buckets only. */
export function createLookUp({ store, fetch, nowMs }: HandledOptions): LookUp {
  let gathered = new Set<string>();
  let asking: Promise<readonly MentionMark[]> | null = null;

  async function askServer(): Promise<readonly MentionMark[]> {
    await after(gatherMs);
    const buckets = [...gathered];
    gathered = new Set();
    asking = null;
    const account = await getMeta(store, "account");
    if (!account) return [];
    const { server, token } = account;
    const body = { protocol: protocolVersion, buckets };
    const answer = await post(fetch, { url: `${server}/v1/handled`, token, body, reply: v.object({ found: v.array(v.unknown()) }) });
    // One that a later server writes otherwise says nothing of the rest.
    const found = answer.found.flatMap((raw) => {
      const mark = v.safeParse(MentionMark, raw);
      return mark.success ? [mark.output] : [];
    });
    const placed = await Promise.all(found.map(async (mark) => ({ mark, bucket: await bucketOf(mark.id) })));
    const atMs = nowMs();
    const rowOf = (bucket: string) => ({ bucket, atMs, found: placed.filter((each) => each.bucket === bucket).map(({ mark }) => mark) });
    await keepMarks(store, buckets.map(rowOf), atMs);
    return found;
  }

  async function ask(bucket: string, id: string): Promise<MentionMark | null> {
    if (gathered.size >= maxBuckets) return null;
    gathered.add(bucket);
    asking ??= askServer();
    const found = await asking.catch(() => []);
    return found.find((mark) => mark.id === id) ?? null;
  }

  return async (id) => {
    const bucket = await bucketOf(id);
    const known = await recentMark(store, bucket, id, nowMs());
    if (known !== undefined) return known;
    const trouble = await getMeta(store, "trouble");
    if (trouble && nowMs() < trouble.retryAtMs) return null;
    return Promise.race([ask(bucket, id), after(patienceMs)]);
  };
}
