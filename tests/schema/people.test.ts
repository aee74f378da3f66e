import * as v from "valibot";
import { expect, it } from "vitest";
import { membership } from "../../lib/schema/operations/membership.ts";
import { Because, MemberQuery } from "../../lib/schema/people.ts";

it("a reason is one that somebody can read", () => {
  expect(v.parse(Because, "  Runs our forum. ")).toBe("Runs our forum.");
  for (const text of ["", " ", "x".repeat(201)]) expect(v.is(Because, text)).toBe(false);
});

it("a list is asked for from a place in it", () => {
  const query = { search: " nora ", role: null, standing: "paused", order: "seen", from: 50 };
  expect(v.parse(MemberQuery, query)).toMatchObject({ search: "nora" });
  for (const odd of [{ from: -1 }, { from: 0.5 }, { order: "level" }, { standing: "removed" }, { role: "owner" }]) {
    expect(v.is(MemberQuery, { ...query, ...odd }), JSON.stringify(odd)).toBe(false);
  }
});

it("only members and devices themselves may leave; all else about others is for who manages people", () => {
  const own = Object.entries(membership).filter(([, { needs }]) => needs !== "managePeople");
  expect(own.map(([name]) => name)).toEqual(["member.leave", "device.sign_out"]);
  expect(own.flatMap(([, { args }]) => Object.keys(args.entries))).toEqual(["deviceId"]);
});
