import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { Calibration, calibrationDays } from "../../lib/schema/calibration.ts";
import { codeLength, wholeCode } from "../../lib/schema/invitation-code.ts";
import { keptDays } from "../../lib/schema/limits.ts";
import { othersOpinion, ownOpinion } from "../../lib/schema/opinions.ts";
import { mayPause } from "../../lib/schema/trust.ts";
import { webAddress } from "../../lib/schema/web-address.ts";

it("who may pause newcomers pauses no others, whatever their level may do", () => {
  const by = (role: string) =>
    (["advocate", "staff"] as const).flatMap((of) => [0, 1].map((level) => mayPause({ role }, { role: of, level })));
  expect([by("moderator"), by("admin"), by("staff")]).toEqual([
    [true, false, false, false],
    [true, true, true, true],
    [false, false, false, false],
  ]);
});

describe("a proposal", () => {
  it("is one's own or another's", () => {
    const [mine, other] = [true, false].map((isMine) => ({ wish: "dismiss" as const, value: "spam", note: null, isMine }));
    if (!mine || !other) throw new Error("two opinions");
    expect(ownOpinion({ opinions: [other, mine] })).toBe(mine);
    expect(othersOpinion({ opinions: [mine, other] })).toBe(other);
    expect(ownOpinion({ opinions: [other] })).toBeNull();
    expect(othersOpinion({ opinions: null })).toBeNull();
    expect(ownOpinion({})).toBeNull();
  });
});

describe("an address that somebody typed", () => {
  it.each([
    ["https://acme.example/help", "https://acme.example/help"],
    ["http://acme.example", "http://acme.example/"],
    ["acme.example", null],
    ["javascript:alert(1)", null],
    ["", null],
  ])("%s", (typed, href) => {
    expect(webAddress(typed)?.href ?? null).toBe(href);
  });
});

describe("an invitation's code", () => {
  const code = `${"a1".repeat(codeLength.workspace / 2)}-${"Z9".repeat(codeLength.secret / 2)}`;

  it("is seen at the beginning of a text, whatever its case", () => {
    expect(wholeCode.exec(`${code}, and more`)?.[0]).toBe(code);
    expect(wholeCode.exec(`${code.toUpperCase()}`)?.[0]).toBe(code.toUpperCase());
    expect(wholeCode.exec(`${code}https://acme.example`)?.[0]).toBe(code);
  });

  it("is none where it is longer, shorter or elsewhere", () => {
    expect(wholeCode.test(`${code}x`)).toBe(false);
    expect(wholeCode.test(code.slice(1))).toBe(false);
    expect(wholeCode.test(`see ${code}`)).toBe(false);
  });
});

describe("calibration", () => {
  const tally = { right: 1, answered: 1, wrong: 0, missed: 0 };
  const tallies = { anger: tally, threat: tally, technical: tally };

  it("is counted for every cause, in whole numbers", () => {
    expect(v.is(Calibration, { at: "2026-03-02T12:00:00Z", tallies })).toBe(true);
    expect(v.is(Calibration, { at: "2026-03-02T12:00:00Z", tallies: { ...tallies, anger: { ...tally, wrong: -1 } } })).toBe(false);
    expect(v.is(Calibration, { at: "2026-03-02T12:00:00Z", tallies: { anger: tally } })).toBe(false);
    const none = { right: 0, answered: 0, wrong: 0, missed: 0 };
    expect(v.parse(Calibration, { at: "2026-03-02T12:00:00Z", tallies }).tallies.danger).toEqual(none);
  });

  it("looks no further back than posts are kept", () => {
    expect(calibrationDays).toBeLessThanOrEqual(keptDays.unanswered);
  });
});
