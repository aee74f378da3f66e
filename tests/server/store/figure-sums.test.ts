import { expect, it } from "vitest";
import { zero } from "../../../server/figures/facts.ts";
import { putFigurePosts } from "../../../server/store/figure-posts.ts";
import { addToDays, backlogOf, mostUsed, sumsBy, sumsOfDays, timesOfDays } from "../../../server/store/figure-sums.ts";
import { all, one } from "../../../server/store/statement.ts";
import { useServer } from "../support.ts";

const server = useServer();
const row = { ...zero, day: "2026-03-01", dimension: "answer", value: "kept", seen: 1, answered: 1, liked: 1, times: "0a01" };

it("adds to what a day had, and keeps the times that it is told", async () => {
  const { pool } = server().deps;
  const workspaceId = await server().workspace();
  const rows = JSON.stringify([row, { ...row, dimension: "all", value: "" }]);
  for (const write of [1, 2]) await all(pool, addToDays, { workspaceId, rows, write });
  const span = { workspaceId, from: "2026-03-01", until: "2026-03-02", months: [] };
  expect(await all(pool, sumsOfDays, span)).toMatchObject([{ day: "2026-03-01", seen: 2 }]);
  expect(await all(pool, sumsBy, { ...span, dimension: "answer", most: 1 })).toMatchObject([
    { value: "kept", answered: 2, values: 1, all_seen: 2 },
  ]);
  expect(await all(pool, mostUsed, { ...span, most: 5 })).toEqual([{ value: "kept", answered: 2, liked: 2 }]);
  const keys = { days: ["2026-03-01"], dimensions: ["answer"] as const, values: ["kept"] };
  expect((await all(pool, timesOfDays, { workspaceId, ...keys }))[0]?.times).toEqual(Buffer.from("0a01", "hex"));
});

it("counts what waits but for those that are named", async () => {
  const { pool } = server().deps;
  const workspaceId = await server().workspace();
  const post = {
    ...{
      mention_id: "x:1",
      day: "2026-03-01",
      hour: 1,
      site: "x",
      language: "en",
      lists: [],
      labels: [],
      route: "community",
      kind: "question",
    },
    ...{
      place: "neverTaken",
      asked_at: "2026-03-01T01:00:00.000Z",
      answer_ms: null,
      by_community: false,
      item: null,
      takes: 0,
      given_back: 0,
    },
    ...{ ran_out: 0, rightly_sent: 0, wrongly_sent: 0, missed: 0, look: null, thanked: false, still_broken: false },
  };
  await all(pool, putFigurePosts, { workspaceId, posts: JSON.stringify([post, { ...post, mention_id: "x:2" }]) });
  const since = new Date("2026-03-01T00:00:00Z");
  const ago = { workspaceId, twoHoursAgo: since, dayAgo: since, weekAgo: since };
  expect(await one(pool, backlogOf, { ...ago, except: [] })).toMatchObject({ community: 2, staff: 0, in_work: 0, under_2h: 2 });
  expect(await one(pool, backlogOf, { ...ago, except: ["x:2"] })).toMatchObject({ community: 1 });
});
