import { describe, expect, it } from "vitest";
import { behindRevisions } from "../../../lib/schema/limits.ts";
import { courseOf } from "../../../server/sync/course.ts";

const counter = 2 * behindRevisions;
const at = { epoch: "e", counter, lowest: 0 };
const cursor = (revision: number, until?: number, epoch = "e") => ({ epoch, revision, ...(until !== undefined && { until }) });

describe("the course of a device", () => {
  it.each([
    ["is new", null, { kind: "walk", since: 0, until: counter }],
    ["has nothing yet", cursor(0), { kind: "walk", since: 0, until: counter }],
    ["is on its first way", cursor(5, counter - 1), { kind: "walk", since: 5, until: counter - 1 }],
    ["has everything", cursor(counter), { kind: "nothing" }],
    ["is a little behind", cursor(counter - 3), { kind: "delta", since: counter - 3 }],
    ["is as far behind as may be", cursor(counter - behindRevisions), { kind: "delta", since: counter - behindRevisions }],
    ["is further behind", cursor(counter - behindRevisions - 1), { kind: "start_over" }],
    ["comes from before a restored backup", cursor(counter + 1), { kind: "start_over" }],
    ["walks up to where nobody has been", cursor(5, counter + 1), { kind: "start_over" }],
    ["belongs to another epoch", cursor(counter, undefined, "f"), { kind: "start_over" }],
  ])("that %s", (_, where, course) => {
    expect(courseOf(where, at)).toEqual(course);
  });

  it("that does not know of removals which are forgotten starts over", () => {
    const purged = { ...at, lowest: counter - 5 };
    expect(courseOf(cursor(counter - 6), purged).kind).toBe("start_over");
    expect(courseOf(cursor(counter - 5), purged).kind).toBe("delta");
    expect(courseOf(cursor(1, counter - 6), purged).kind).toBe("start_over");
  });
});
