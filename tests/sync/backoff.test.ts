// @vitest-environment node
import { describe, expect, it } from "vitest";
import { backoffMs } from "../../lib/sync/backoff.ts";
import { seeded } from "../../scripts/seeded.ts";
import { spreadFor } from "../../server/crowd.ts";

describe("the back-off", () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [4, 8_000],
    [7, 60_000],
    [5_000, 60_000],
  ])("after %i failures is any time up to %i ms", (failures, most) => {
    expect([backoffMs(failures, () => 0), backoffMs(failures, () => 0.5), backoffMs(failures, () => 1)]).toEqual([100, most / 2, most]);
  });

  it("is over as long as the server said, where that is longer", () => {
    expect([1, 5, 9].map((failures) => backoffMs(failures, () => 1, 25_000))).toEqual([25_000, 25_000, 60_000]);
  });
});

describe("a crowd that lost its server for two seconds", () => {
  /** The most that come within one second; each that comes before the server is back tries again. */
  function peak(devices: number, spreadMs: number): number {
    const random = seeded(11);
    const perSecond = new Map<number, number>();
    for (let n = 0; n < devices; n++) {
      let atMs = 0;
      for (let failures = 1; ; failures++) {
        atMs += backoffMs(failures, random, spreadMs);
        perSecond.set(Math.floor(atMs / 1000), (perSecond.get(Math.floor(atMs / 1000)) ?? 0) + 1);
        if (atMs >= 2_000) break;
      }
    }
    return Math.max(...perSecond.values());
  }

  it.each([100, 1_000, 10_000])("comes back evenly when it is %i devices", (devices) => {
    const evenly = (devices * 1000) / spreadFor(devices);
    expect(peak(devices, spreadFor(devices))).toBeLessThan(1.6 * evenly + 10);
    expect(peak(devices, 0)).toBeGreaterThan(devices / 2);
  });
});
