import { describe, expect, it } from "vitest";
import { createDriftCounter } from "../../lib/sites/drift.ts";

const readable: readonly string[] = [];
const broken = ["author", "text"];
const poor = [readable, readable, broken];
const good = [readable, readable, readable, readable, broken];

describe("a page whose posts cannot be read", () => {
  it("is told of after three looks in a row, once, with what is missing", () => {
    const counter = createDriftCounter("x");
    expect([counter.see(poor), counter.see(poor)]).toEqual([null, null]);
    expect(counter.see(poor)).toEqual({ site: "x", posts: 3, readable: 2, missing: ["author", "text"] });
    expect(counter.see(poor)).toBeNull();
    expect([counter.isUndecided(), counter.isWary()]).toEqual([false, false]);
  });

  it("is forgiven when a look in between is good: four of five posts are enough", () => {
    const counter = createDriftCounter("x");
    const looks = [poor, poor, good, poor, poor].map((look) => counter.see(look));
    expect(looks).toEqual([null, null, null, null, null]);
    expect(counter.isWary()).toBe(true);
    counter.see(good);
    expect([counter.isWary(), counter.isUndecided()]).toEqual([false, false]);
  });
});

describe("a page without any post", () => {
  it("is told of after six looks", () => {
    const counter = createDriftCounter("facebook");
    const looks = Array.from({ length: 6 }, () => counter.see([]));
    expect(looks.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(looks[5]).toEqual({ site: "facebook", posts: 0, readable: 0, missing: ["post"] });
  });

  it("is an ordinary one when posts stood there before", () => {
    const counter = createDriftCounter("x");
    counter.see(good);
    expect(Array.from({ length: 9 }, () => counter.see([])).every((note) => note === null)).toBe(true);
    expect(counter.isUndecided()).toBe(false);
  });
});
