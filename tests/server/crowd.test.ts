import { describe, expect, it } from "vitest";
import { spread } from "../../lib/schema/limits.ts";
import { createCrowd, spreadFor } from "../../server/crowd.ts";
import { useServer } from "./support.ts";

const server = useServer();
const minute = 60_000;

it("a crowd comes back over a time that grows with it", () => {
  expect([1, 40, 1_000, 10_000, 1_000_000].map(spreadFor)).toEqual([1_000, 1_000, 25_000, 250_000, 300_000]);
});

describe("the crowd of a server", () => {
  function crowdAt(nowMs = { at: 0 }) {
    return { crowd: createCrowd(() => new Date(nowMs.at)), nowMs };
  }

  it("is who has a socket and who asked lately, each once", () => {
    const { crowd } = crowdAt();
    for (let n = 0; n < 1_000; n++) crowd.asked(`polls ${n}`);
    for (let n = 0; n < 1_000; n++) crowd.asked(`polls ${n}`);
    expect(crowd.spreadMs()).toBe(25_000);
    const leave = Array.from({ length: 1_000 }, (_, n) => crowd.entered(`polls ${n}`));
    const again = crowd.entered("polls 0");
    expect(crowd.spreadMs()).toBe(25_000);
    for (let n = 0; n < 1_000; n++) crowd.asked(`polls ${n}`);
    expect(crowd.spreadMs()).toBe(25_000);
    for (const each of leave) each();
    again();
    expect(crowd.spreadMs()).toBe(spread.leastMs);
  });

  it("forgets who asks no more, and keeps who asks on", () => {
    const { crowd, nowMs } = crowdAt();
    for (let n = 0; n < 2_000; n++) crowd.asked(`polls ${n}`);
    for (let turn = 0; turn < 3; turn++) {
      nowMs.at += 5 * minute;
      for (let n = 0; n < 1_000; n++) crowd.asked(`polls ${n}`);
    }
    expect(crowd.spreadMs()).toBe(25_000);
    nowMs.at += 60 * minute;
    expect(crowd.spreadMs()).toBe(spread.leastMs);
  });

  it("takes no more room than its number says anything", () => {
    const { crowd } = crowdAt();
    for (let n = 0; n < 100_000; n++) crowd.asked(`polls ${n}`);
    expect(crowd.spreadMs()).toBe(spread.mostMs);
  });
});

it("a device that only polls is told over how long to come back", async () => {
  const workspace = await server().workspace();
  const ann = await server().join(workspace, "advocate");
  expect(await ann.sync([])).toMatchObject({ spreadMs: spread.leastMs });
  for (let n = 0; n < 2_000; n++) server().deps.crowd.asked(`another ${n}`);
  expect((await ann.sync([])).spreadMs).toBeGreaterThanOrEqual(50_000);
});
