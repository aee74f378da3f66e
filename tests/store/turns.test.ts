// @vitest-environment node
import { expect, it } from "vitest";
import { nextOf, turnOf } from "../../lib/store/turns.ts";
import { seeded } from "../../scripts/seeded.ts";
import { iso, mention, noonMs } from "../support/samples.ts";
import { freshStore } from "../support/store.ts";

const statuses = ["open", "escalated", "answered"] as const;

it.each([
  [1, 0, 100],
  [2, 120, 100],
  [3, 120, 3],
  [4, 1440, 60],
])("gives the same as ordering all of them (seed %i, patience %i minutes, priorities to %i)", async (seed, patience, highest) => {
  const { store } = freshStore();
  const random = seeded(seed);
  const posts = Array.from({ length: 1200 }, (_, at) => {
    const one = mention(String(at), { status: statuses[at % 3] ?? "open" });
    const firstSeenAt = iso(noonMs + Math.floor(random() * 600) * 60_000 + at);
    return { ...one, firstSeenAt, triage: { ...one.triage, priority: Math.floor(random() * (highest + 1)) } };
  });
  await store.mentions.bulkPut(posts);
  const turns = (of: readonly (typeof posts)[number][]) => of.map((post) => turnOf(post, patience)).sort((a, b) => a - b);
  const next = await nextOf(store, "open", patience);
  expect(next).toHaveLength(20);
  expect(next.every(({ status }) => status === "open")).toBe(true);
  expect(turns(next)).toEqual(turns(posts.filter(({ status }) => status === "open")).slice(0, 20));
});

it("gives all of a few", async () => {
  const { store } = freshStore();
  await store.mentions.bulkPut(Array.from({ length: 30 }, (_, at) => mention(String(at))));
  expect(await nextOf(store, "open", 120)).toHaveLength(30);
  expect(await nextOf(store, "escalated", 120)).toEqual([]);
});
