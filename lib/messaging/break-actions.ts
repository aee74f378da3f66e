import type { ask as Ask } from "./ask.ts";

/** A member's own break, in the community that `ask` is for. `untilMs`: epoch ms of the device; null: until they come back. */
export const breakActions = (ask: typeof Ask) => ({
  begin: (untilMs: number | null) => ask("away.begin", { until: untilMs === null ? null : new Date(untilMs).toISOString() }),
  end: () => ask("away.end", {}),
});
