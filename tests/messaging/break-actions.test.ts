import { expect, it, vi } from "vitest";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { breakActions } from "../../lib/messaging/break-actions.ts";

it("a break is asked for until a moment, or until the member comes back", async () => {
  const ask = vi.fn(async () => null);
  const { begin, end } = breakActions(ask as unknown as typeof Ask);
  await begin(Date.UTC(2026, 2, 3));
  await begin(null);
  await end();
  expect(ask.mock.calls).toEqual([
    ["away.begin", { until: "2026-03-03T00:00:00.000Z" }],
    ["away.begin", { until: null }],
    ["away.end", {}],
  ]);
});
