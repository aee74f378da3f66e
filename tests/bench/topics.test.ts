// @vitest-environment node
import { describe, expect, it } from "vitest";
import { simulate } from "../../bench/topics/simulate.ts";
import { topicMinutes, topicWindow } from "../../lib/schema/profile.ts";

const community = {
  ...{ seed: 7, days: 5, postsPerHour: 30, people: 10, answerMinutes: 20 },
  ...{ topics: 5, topicShare: 0.5, knowing: 8, window: topicWindow },
};

describe("on invented days", () => {
  it("no post of no topic is passed by one that came later than priority and topic together weigh", () => {
    for (const people of [10, 11]) {
      expect(simulate({ ...community, people, topicMinutes: 0 }).passedBy).toBeLessThanOrEqual(120);
      expect(simulate({ ...community, people, topicMinutes }).passedBy).toBeLessThanOrEqual(120 + topicMinutes);
    }
  });

  it("who knows a topic gets more of its posts than by chance", () => {
    const without = simulate({ ...community, topicMinutes: 0 }).known;
    expect(simulate({ ...community, topicMinutes }).known).toBeGreaterThan(1.5 * without);
  });

  it("the same seed gives the same days", () => {
    expect(simulate({ ...community, topicMinutes })).toEqual(simulate({ ...community, topicMinutes }));
  });
});
