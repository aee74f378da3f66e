import { liveStatuses } from "../schema/lifecycle.ts";
import type { MentionMark } from "../schema/mark.ts";
import type { Store } from "./database.ts";

/** How long an answer is believed, in milliseconds: that a post is done with, and anything else. */
const closedMs = 24 * 3_600_000;
const freshMs = 2 * 60_000;

/** What the server said of a bucket of posts. */
export interface MarkRow {
  readonly bucket: string;
  readonly found: readonly MentionMark[];
  readonly atMs: number;
}

/** What the server said of a post not long ago: its mark, null when the workspace does not know it; undefined when it must be asked. */
export async function recentMark(store: Store, bucket: string, id: string, nowMs: number): Promise<MentionMark | null | undefined> {
  const row = await store.marks.get(bucket);
  if (row === undefined) return undefined;
  const mark = row.found.find((each) => each.id === id) ?? null;
  const believedMs = mark !== null && !liveStatuses.has(mark.status) ? closedMs : freshMs;
  return nowMs - row.atMs < believedMs ? mark : undefined;
}

/** Keeps what the server said of these buckets, and forgets what is too old to be believed. */
export async function keepMarks(store: Store, rows: readonly MarkRow[], nowMs: number): Promise<void> {
  await store.transaction("rw", store.marks, async () => {
    await store.marks
      .where("atMs")
      .below(nowMs - closedMs)
      .delete();
    await store.marks.bulkPut([...rows]);
  });
}
