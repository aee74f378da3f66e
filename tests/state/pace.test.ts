import { describe, expect, it } from "vitest";
import { type ClockSettings, defaultClock } from "../../lib/schema/clock.ts";
import type { Session } from "../../lib/schema/messages.ts";
import { paceOf } from "../../lib/state/pace.ts";
import { dana, noonMs, workspace } from "../support/samples.ts";

const session = (clock: ClockSettings): Session => ({
  server: "https://acme.example",
  consented: true,
  sharing: "all",
  workspace: { ...workspace, clock },
  member: dana,
});

describe("the pace of a workspace's clocks", () => {
  it("is the usual one where nobody has joined", () => {
    expect(paceOf(null).warnMs).toBe(defaultClock.warnMinutes * 60_000);
    expect(paceOf(null).time.isOpen(noonMs)).toBe(true);
  });

  it("follows the setting, and is the same object as long as that is the same", () => {
    const closed = { zone: "UTC", week: Array.from({ length: 7 }, () => []), holidays: [] };
    const first = paceOf(session({ ...defaultClock, warnMinutes: 5, hours: closed }));
    expect(first.warnMs).toBe(300_000);
    expect(first.time.isOpen(noonMs)).toBe(false);
    expect(paceOf(session({ ...defaultClock, warnMinutes: 5, hours: closed }))).toBe(first);
    expect(paceOf(session({ ...defaultClock, warnMinutes: 6, hours: closed }))).not.toBe(first);
  });
});
