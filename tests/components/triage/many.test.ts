import { expect, test } from "vitest";
import { eachInTurn } from "../../../components/triage/many.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { mention } from "../samples.ts";

const posts = [mention(), mention(), mention()];

test("one after the other, in their order", async () => {
  const log: string[] = [];
  const progress = await eachInTurn(posts, async ({ id }) => {
    log.push(`begins ${id}`);
    await Promise.resolve();
    log.push(`ends ${id}`);
  });
  expect(progress).toEqual({ done: posts, problem: null });
  expect(log).toEqual(posts.flatMap(({ id }) => [`begins ${id}`, `ends ${id}`]));
});

test("stops at the first that fails, and says what was done by then and why it ended", async () => {
  const begun: string[] = [];
  const progress = await eachInTurn(posts, async ({ id }) => {
    begun.push(id);
    if (id === posts[1]?.id) throw new FanswerError("lease_held");
  });
  expect(progress).toEqual({ done: posts.slice(0, 1), problem: "lease_held" });
  expect(begun).toHaveLength(2);
});

test("what is no error of ours is an internal one", async () => {
  const progress = await eachInTurn(posts, async () => {
    throw new TypeError("no");
  });
  expect(progress).toEqual({ done: [], problem: "internal" });
});
