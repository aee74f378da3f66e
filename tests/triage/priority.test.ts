import { describe, expect, test } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { priorityOf, queuePriority, type Rated, secondsPerPoint, turnMs } from "../../lib/triage/priority.ts";
import { seeded } from "../../scripts/seeded.ts";

const calm: Rated = { sentiment: 0, anger: 0, urgency: 0, technical: 0, complaint: 0, kind: "other", reach: 0 };
const { weights, patienceMinutes } = defaultTriageSettings;
const rate = (parts: Partial<Rated>, waitingMinutes = 0) => priorityOf({ ...calm, ...parts }, waitingMinutes, weights);
const minute = 60_000;

describe("the priority", () => {
  test("is 0 for what says nothing, and never above 100", () => {
    expect(rate({})).toBe(0);
    const most: Rated = { sentiment: -1, anger: 1, urgency: 1, technical: 1, complaint: 1, kind: "threat", reach: 4 };
    expect(rate(most, 500)).toBeLessThanOrEqual(100);
    const full = Object.fromEntries(Object.keys(weights).map((name) => [name, 1])) as typeof weights;
    expect(priorityOf(most, 500, full)).toBe(100);
  });

  test.each<[string, Partial<Rated>, number]>([
    ["a threat", { kind: "threat" }, 70],
    ["a question", { kind: "question" }, 30],
    ["praise", { kind: "praise" }, 0],
    ["full urgency", { urgency: 1 }, 60],
    ["full anger", { anger: 1 }, 50],
    ["half anger", { anger: 0.5 }, 25],
    ["a bad mood", { sentiment: -1 }, 20],
    ["a good mood", { sentiment: 1 }, 0],
    ["the widest reach", { reach: 4 }, 30],
    ["half of it", { reach: 2 }, 15],
    ["a threat in anger", { kind: "threat", anger: 1 }, 85],
  ])("of %s is as documented", (_what, parts, expected) => {
    expect(rate(parts)).toBe(expected);
  });

  test("rises with the age of the post until two hours", () => {
    expect([0, 60, 120, 1000].map((minutes) => rate({}, minutes))).toEqual([0, 10, 20, 20]);
  });
});

describe("the turn", () => {
  test("of equal posts comes in the order of their coming", () => {
    const random = seeded(3);
    for (let n = 0; n < 200; n++) {
      const [priority, first, later] = [Math.floor(random() * 101), Math.floor(random() * 1e9), Math.floor(random() * 1e9)];
      expect(Math.sign(turnMs(first, priority, 480) - turnMs(later, priority, 480))).toBe(Math.sign(first - later));
    }
  });

  test("of a pressing one comes before that of a calm one, but of none that came a patience before", () => {
    const calmTurn = turnMs(0, 0, patienceMinutes);
    expect(turnMs(patienceMinutes * minute - 1, 100, patienceMinutes)).toBeLessThan(calmTurn);
    expect(turnMs(patienceMinutes * minute + 1, 100, patienceMinutes)).toBeGreaterThan(calmTurn);
  });

  test.each([60, 120, 600, 2880])("has the server's queue in the device's order with a patience of %i minutes", (patienceMinutes) => {
    for (const priority of [0, 1, 37, 99, 100]) {
      const serverMs = 1e12 - queuePriority(priority, patienceMinutes) * secondsPerPoint * 1000;
      // A tenth of a point, which is as exactly as the server keeps it.
      expect(Math.abs(serverMs - turnMs(1e12, priority, patienceMinutes))).toBeLessThanOrEqual(secondsPerPoint * 50);
    }
  });
});
