// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { bucketOf, createLookUp } from "../../lib/sync/handled.ts";
import { mention, noonMs } from "../support/samples.ts";
import { TestServer } from "../support/server.ts";
import { joinedStore } from "../support/store.ts";

async function lookingUp() {
  const server = new TestServer();
  server.put({ kind: "mention", value: mention("1", { status: "answered" }) });
  server.put({ kind: "mention", value: mention("2") });
  const clock = { nowMs: noonMs };
  const lookUp = createLookUp({ store: await joinedStore(), fetch: server.fetch, nowMs: () => clock.nowMs });
  return { server, clock, lookUp };
}

describe("whether a post is handled", () => {
  it("is asked by five digits of a hash, posts of one moment together", async () => {
    const { server, lookUp } = await lookingUp();
    const marks = await Promise.all(["x:1", "x:2", "x:3"].map(lookUp));
    expect(marks.map((mark) => mark?.status)).toEqual(["answered", "open", undefined]);
    const buckets = await Promise.all(["x:1", "x:2", "x:3"].map(bucketOf));
    expect(server.buckets.map((each) => [...each].sort())).toEqual([buckets.sort()]);
    expect(buckets.every((bucket) => /^[0-9a-f]{5}$/.test(bucket))).toBe(true);
  });

  it("is remembered: for a day that it is done with, two minutes anything else", async () => {
    const { server, clock, lookUp } = await lookingUp();
    const ids = ["x:1", "x:2", "x:3"];
    await Promise.all(ids.map(lookUp));
    clock.nowMs += 60_000;
    await Promise.all(ids.map(lookUp));
    expect(server.buckets).toHaveLength(1);
    clock.nowMs += 120_000;
    await Promise.all(ids.map(lookUp));
    expect(server.buckets.at(-1)).toHaveLength(2);
    clock.nowMs += 24 * 3_600_000;
    await lookUp("x:1");
    expect(server.buckets).toHaveLength(3);
  });

  it("is unknown while the server is away or slow, and asked again later", async () => {
    const { server, lookUp } = await lookingUp();
    server.fault = () => "lost_before";
    expect(await lookUp("x:1")).toBeNull();
    server.fault = () => "none";
    expect(await lookUp("x:1")).toMatchObject({ status: "answered" });
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const never = createLookUp({ store: await joinedStore(), fetch: () => new Promise(() => {}), nowMs: () => noonMs });
    const answer = never("x:1");
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await answer).toBeNull();
  });
});
