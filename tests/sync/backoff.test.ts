// @vitest-environment node
import { describe, expect, it } from "vitest";
import { backoffMs } from "../../lib/sync/backoff.ts";

describe("the back-off", () => {
  it.each([
    [1, 500, 1_000],
    [2, 1_000, 2_000],
    [4, 4_000, 8_000],
    [7, 30_000, 60_000],
    [5_000, 30_000, 60_000],
  ])("after %i failures is between %i and %i ms", (failures, least, most) => {
    expect([backoffMs(failures, () => 0), backoffMs(failures, () => 1)]).toEqual([least, most]);
  });
});
