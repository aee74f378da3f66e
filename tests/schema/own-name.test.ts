import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { MemberName } from "../../lib/schema/person.ts";

describe("a name that somebody gives themselves", () => {
  it.each([
    ["  Dana   Hollow ", "Dana Hollow"],
    ["\u202eSam (staff)", "Sam (staff)"],
    ["S\u200bam\u0000\ud800", "Sam"],
    ["two\nlines", "two lines"],
    [`a${"\u0301".repeat(40)}`, `á${"\u0301".repeat(3)}`],
    ["דנה", "דנה"],
    ["👩‍👩‍👧 家", "👩‍👩‍👧 家"],
    ["می‌خواهم", "می‌خواهم"],
  ])("is one line that others see: %j", (given, kept) => {
    expect(v.parse(MemberName, given)).toBe(kept);
  });

  it.each(["", "  ", "\u200b\u2060", "\u202e", "\ud800", "\u200d", "\u0301", "x".repeat(81)])(
    "is refused where nothing would be seen, or too much: %j",
    (given) => {
      expect(v.is(MemberName, given)).toBe(false);
    },
  );
});
