import * as v from "valibot";
import { expect, it } from "vitest";
import { PostRow, PostRowsQuery, postCells, postColumns } from "../../lib/schema/counted-posts.ts";

const row: PostRow = {
  ...{ mentionId: "x:1", day: "2026-11-30", hour: 9, askedAt: "2026-11-30T08:59:00.000Z", site: "x", language: "he", route: "community" },
  ...{ kind: "question", labels: ["Acme", "=1+1"], lists: ["brand"], place: "answered", answerMs: 61_400, byCommunity: true },
};

it("are as many cells as columns, in whole seconds", () => {
  expect(Object.fromEntries(postCells(row).map((cell, at) => [postColumns[at], cell]))).toMatchObject({
    ...{ mention: "x:1", labels: "Acme|=1+1", first_answer_seconds: "61", by_community: "yes" },
  });
  expect(postCells({ ...row, answerMs: null }).at(-2)).toBe("");
});

it("hold no word of the post, and are asked for by the one before", () => {
  expect(v.parse(PostRow, { ...row, excerpt: "Somebody's words", author: { handle: "someone" } })).toEqual(row);
  expect(v.is(PostRowsQuery, { after: "x:1" })).toBe(true);
  expect(v.is(PostRowsQuery, { after: "x:1", days: 90 })).toBe(false);
});
