// @vitest-environment node
import { Dexie } from "dexie";
import { expect, it } from "vitest";
import { openStore } from "../../lib/store/database.ts";
import { nextOf, putMentions, turnOf } from "../../lib/store/turns.ts";
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
  await putMentions(store, posts, patience);
  const turns = (of: readonly (typeof posts)[number][]) => of.map((post) => turnOf(post, patience));
  const next = await nextOf(store, "open");
  const waiting = posts.filter(({ status }) => status === "open");
  expect(next.every(({ status }) => status === "open")).toBe(true);
  expect(turns(next)).toEqual(
    turns(waiting)
      .sort((a, b) => a - b)
      .slice(0, 20),
  );
});

it("gives none of a status that nothing has", async () => {
  const { store } = freshStore();
  await putMentions(store, [mention("1")], 120);
  expect(await nextOf(store, "escalated")).toEqual([]);
});

it("gives those of an older store their turns", async () => {
  const { store: named } = freshStore();
  const older = new Dexie(named.name);
  older.version(3).stores({ mentions: "id, status", meta: "key", lists: "id", outbox: "++seq, &id, mentionId" });
  await older.table("mentions").bulkPut([mention("1"), mention("2")]);
  older.close();
  const store = openStore(named.name);
  expect(await nextOf(store, "open")).toHaveLength(2);
  store.close();
});
