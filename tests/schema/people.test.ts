import * as v from "valibot";
import { expect, it } from "vitest";
import { membership } from "../../lib/schema/operations/membership.ts";
import { Because, MemberQuery } from "../../lib/schema/people.ts";
import type { Ability } from "../../lib/schema/roles.ts";

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

it("who answers reads their own level, everybody leaves by themselves; all else about members is for who manages people, and some of it for who pauses newcomers", () => {
  const of = (ability: Ability) => Object.entries(membership).filter(([, { needs }]) => needs === ability);
  expect(of("pauseNewcomers").map(([name]) => name)).toEqual(["people.list", "member.pause", "member.resume"]);
  expect(of("answer").map(([name]) => name)).toEqual(["member.own_level", "member.own_points"]);
  const own = of("belong");
  expect(own.map(([name]) => name)).toEqual(["member.leave", "device.sign_out"]);
  expect(of("managePeople")).toHaveLength(Object.keys(membership).length - own.length - 5);
  expect(own.flatMap(([, { args }]) => Object.keys(args.entries))).toEqual(["deviceId"]);
});
