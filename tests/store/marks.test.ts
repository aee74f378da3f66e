// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { MentionMark } from "../../lib/schema/mark.ts";
import { keepMarks, recentMark } from "../../lib/store/marks.ts";
import { iso, noonMs } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const mark = (id: string, status: MentionMark["status"]): MentionMark => ({
  id,
  status,
  route: "community",
  dueAt: iso(noonMs),
  claim: null,
});
const kept = async (...found: MentionMark[]) => {
  const { store } = freshStore();
  await keepMarks(store, [{ bucket: "abcde", found, atMs: noonMs }], noonMs);
  return (id: string, afterMs: number, bucket = "abcde") => recentMark(store, bucket, id, noonMs + afterMs);
};

describe("what the server said of a post", () => {
  it("is believed for two minutes", async () => {
    const recent = await kept(mark("x:1", "open"));
    expect(await recent("x:1", 2 * minute - 1)).toMatchObject({ id: "x:1" });
    expect(await recent("x:1", 2 * minute)).toBeUndefined();
  });

  it("is believed for a day when the post is done with", async () => {
    const recent = await kept(mark("x:1", "answered"), mark("x:2", "escalated"));
    expect(await recent("x:1", day - 1)).toMatchObject({ status: "answered" });
    expect(await recent("x:2", day - 1)).toBeUndefined();
    expect(await recent("x:1", day)).toBeUndefined();
  });

  it("is null for another post of the bucket, and nothing for another bucket", async () => {
    const recent = await kept(mark("x:1", "open"));
    expect(await recent("x:9", minute)).toBeNull();
    expect(await recent("x:1", minute, "00000")).toBeUndefined();
  });

  it("is forgotten when nothing of it is believed any more", async () => {
    const { store } = freshStore();
    await keepMarks(store, [{ bucket: "old00", found: [], atMs: noonMs - day - 1 }], noonMs - day - 1);
    await keepMarks(store, [{ bucket: "new00", found: [], atMs: noonMs }], noonMs);
    expect((await store.marks.toArray()).map(({ bucket }) => bucket)).toEqual(["new00"]);
  });
});
