import { expect, test } from "vitest";
import { whatIsOff } from "../../../components/people/what-is-off.ts";
import { ada, noor, sam } from "../samples.ts";

const active = { standing: "active" } as const;
const free = { why: null, place: false, going: false };

test("nothing can be done to the only admin, whoever looks", () => {
  const kept = { why: "onlyAdmin", place: true, going: true };
  expect(whatIsOff({ ...ada, ...active }, 1, ada)).toEqual(kept);
  expect(whatIsOff({ ...ada, ...active }, 1, { ...sam, role: "admin" })).toEqual(kept);
});

test("a paused admin is not the one who is left", () =>
  expect(whatIsOff({ ...ada, standing: "paused" }, 1, { ...sam, role: "admin" })).toEqual(free));

test("one's own place is another admin's to change, and one may go", () =>
  expect(whatIsOff({ ...ada, ...active }, 2, ada)).toEqual({ why: "yourself", place: true, going: false }));

test.each([noor, sam])("everything can be done to $role, also while there is one admin", (member) => {
  expect(whatIsOff({ ...member, ...active }, 1, ada)).toEqual(free);
  expect(whatIsOff({ ...member, ...active }, 2, ada)).toEqual(free);
});

test("a moderator may pause newcomers and nobody else", () => {
  const mod = { ...noor, id: "m-mod", role: "moderator" };
  const notNew = { why: "notNew", place: true, going: true };
  expect(whatIsOff({ ...noor, ...active, level: 0 }, 1, mod)).toEqual(free);
  for (const role of ["keyword_editor", "analyst", "moderator", "staff", "admin", "wizard"])
    expect(whatIsOff({ ...noor, ...active, role, level: 0 }, 2, mod), role).toEqual(notNew);
  expect(whatIsOff({ ...noor, ...active, level: 1 }, 1, mod)).toEqual(notNew);
});
