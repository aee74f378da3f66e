import { describe, expect, it } from "vitest";
import { fitsFrom, hourOf, roomAt } from "../../../server/pace/window.ts";

const at = (time: string) => new Date(`2026-03-02T${time}Z`);

describe("room in the last hour", () => {
  it.each([
    ["10:00:00", 20, { done: 0, before: 0 }, 20],
    ["10:59:59", 20, { done: 20, before: 0 }, 0],
    ["10:00:00", 20, { done: 0, before: 20 }, 0],
    ["10:15:00", 20, { done: 0, before: 20 }, 5],
    ["10:30:00", 20, { done: 4, before: 20 }, 6],
    ["10:30:00", 20, { done: 30, before: 20 }, 0],
  ] as const)("at %s of %i with %o: %i", (time, limit, window, room) => expect(roomAt(at(time), limit, window)).toBe(room));
});

describe("when the nth fits", () => {
  it.each([
    [20, { done: 20, before: 0 }, 1, "11:03:00"],
    [20, { done: 20, before: 0 }, 20, "12:00:00"],
    [20, { done: 20, before: 0 }, 90, "12:00:00"],
    [20, { done: 10, before: 20 }, 1, "10:33:00"],
    [20, { done: 19, before: 20 }, 1, "11:00:00"],
    [60, { done: 60, before: 60 }, 1, "11:01:00"],
  ] as const)("limit %i, %o, %i: %s", (limit, window, nth, time) => expect(fitsFrom(at("10:20:00"), limit, window, nth)).toEqual(at(time)));

  it("there is room then, and was none a second before", () => {
    for (const done of [1, 7, 20]) {
      for (const before of [0, 3, 20, 45]) {
        for (const nth of [1, 2, 9, 20]) {
          const now = at("10:20:00");
          const window = { done, before };
          if (roomAt(now, 20, window) >= nth) continue;
          const then = fitsFrom(now, 20, window, nth);
          const asOf = (when: Date) => (hourOf(when).getTime() === hourOf(now).getTime() ? window : { done: 0, before: done });
          const seen = (when: Date) => (when.getTime() >= at("12:00:00").getTime() ? 20 : roomAt(when, 20, asOf(when)));
          expect(seen(then), `${done} ${before} ${nth}`).toBeGreaterThanOrEqual(nth);
          const before1 = new Date(then.getTime() - 1_000);
          if (before1 > now) expect(seen(before1), `${done} ${before} ${nth} before`).toBeLessThan(nth);
        }
      }
    }
  });
});
