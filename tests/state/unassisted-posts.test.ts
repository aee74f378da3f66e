// @vitest-environment node
import { expect, it } from "vitest";
import type { Precedent } from "../../lib/schema/workspace.ts";
import { unassistedAnswers } from "../../lib/state/unassisted-posts.ts";
import { iso, mention, noonMs } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

const dayMs = 24 * 3_600_000;
const precedent = (id: string, days: number, parts: Partial<Precedent> = {}): Precedent => ({
  ...{ id, lang: "en", kind: "question", asked: "case hinge", source: null, verdict: "accepted", answer: "So." },
  at: iso(noonMs - days * dayMs),
  ...parts,
});

it("gives what was answered without a suggestion in the last 30 days, the latest first, with the posts that are held", async () => {
  const { store } = freshStore();
  await store.precedents.bulkPut([
    precedent("x:1", 2),
    precedent("x:2", 1),
    precedent("x:3", 31),
    precedent("x:4", 1, { source: "pairing" }),
    precedent("x:5 pairing", 1, { source: "pairing", verdict: "rejected", answer: null }),
  ]);
  await store.mentions.put(mention("1"));
  const found = await unassistedAnswers(store, noonMs);
  expect(found.map(({ id }) => id)).toEqual(["x:2", "x:1"]);
  expect(found[0]?.mention).toBeNull();
  expect(found[1]?.mention?.permalink).toBe(mention("1").permalink);
});
