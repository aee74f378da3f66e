import { describe, expect, it } from "vitest";
import { usualChoices } from "../../../lib/schema/alert-choices.ts";
import { seeded } from "../../../scripts/seeded.ts";
import { type Reachable, thereNow, type Wanted, waveSizes, whomToCall } from "../../../server/alerts/whom.ts";

/** Noon in Oslo, eleven in UTC. */
const noon = Date.parse("2026-03-02T11:00:00Z");
const who = (id: string, changed: Partial<Reachable> = {}): Reachable => ({
  ...{ id, role: "advocate", level: 1, languages: ["nb"], topics: [], choices: usualChoices("Europe/Oslo"), hours: null },
  ...{ calledInHour: 0, calledInDay: 0, held: 0, mayHold: 3 },
  ...changed,
});
const wanted: Wanted = { kind: "post", language: "nb", labels: ["Headphones"], except: new Set() };
const ids = (people: readonly Reachable[], what = wanted, wave = 1, at = noon) =>
  whomToCall(people, what, wave, at, seeded(7)).map(({ id }) => id);
/** Somebody who is there at these hours of UTC only. */
const hours = (...at: readonly number[]) => Array.from({ length: 24 }, (_, hour) => (at.includes(hour) ? 20 : 0));

describe("how likely somebody is there", () => {
  it("is told by their own past hours, those beside counting half", () => {
    expect(thereNow(null, noon)).toBe(1);
    expect(thereNow(hours(11), noon)).toBeGreaterThan(3);
    expect(thereNow(hours(10), noon)).toBeGreaterThan(2);
    expect(thereNow(hours(23, 0, 1), noon)).toBeLessThan(0.5);
    expect(thereNow(hours(23), Date.parse("2026-03-02T00:30:00Z"))).toBeGreaterThan(2);
  });

  it("is no more than chance for who is there all day", () => {
    expect(
      thereNow(
        Array.from({ length: 24 }, () => 30),
        noon,
      ),
    ).toBeCloseTo(1);
  });
});

describe("who is called", () => {
  it("are few, and more each time nobody comes, and then nobody", () => {
    const crowd = Array.from({ length: 1_000 }, (_, place) => who(`m${place}`));
    expect([1, 2, 3, 4, 5].map((wave) => ids(crowd, wanted, wave).length)).toEqual([...waveSizes, 0]);
  });

  it("reads the post's language, knows its topic, is there, and was not disturbed", () => {
    const people = [
      who("plain"),
      who("asleep", { hours: hours(0, 1, 2) }),
      who("topic", { topics: ["Headphones"] }),
      who("called", { calledInHour: 1, calledInDay: 1 }),
      who("other language", { languages: ["vi"] }),
    ];
    expect(ids(people)).toEqual(["topic", "plain", "asleep", "called"]);
  });

  it.each<[string, Partial<Reachable>]>([
    ["does not want such", { choices: { ...usualChoices("Europe/Oslo"), off: ["post"] } }],
    ["has quiet hours where they live", { choices: usualChoices("Pacific/Auckland") }],
    ["was told as often as they want in an hour", { calledInHour: 6 }],
    ["holds as many posts as they may", { held: 3 }],
  ])("is nobody who %s", (_, changed) => {
    expect(ids([who("one", changed)])).toEqual([]);
  });

  it("is nobody twice", () => {
    expect(ids([who("one"), who("two")], { ...wanted, except: new Set(["one"]) })).toEqual(["two"]);
  });

  it("may be anybody for a post in a language that nobody knows, and who said no language for any post", () => {
    expect(ids([who("vi", { languages: ["vi"] })], { ...wanted, language: null })).toEqual(["vi"]);
    expect(ids([who("none", { languages: [] })])).toEqual(["none"]);
  });

  it("is not always the same among those who are as likely", () => {
    const crowd = Array.from({ length: 50 }, (_, place) => who(`m${place}`));
    const seen = new Set([1, 2, 3, 4].flatMap((seed) => whomToCall(crowd, wanted, 1, noon, seeded(seed)).map(({ id }) => id)));
    expect(seen.size).toBeGreaterThan(6);
  });
});
