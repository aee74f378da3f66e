import { vi } from "vitest";

const { waitFor } = vi;

/** A minute, as for everything that a test waits for: the second that it is otherwise ends on a busy machine. */
vi.waitFor = (callback, options) =>
  waitFor(callback, { timeout: 60_000, ...(typeof options === "number" ? { timeout: options } : options) });
