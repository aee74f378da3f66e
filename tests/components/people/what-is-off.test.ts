import { expect, test } from "vitest";
import { whatIsOff } from "../../../components/people/what-is-off.ts";
import { ada, noor, sam } from "../samples.ts";

const active = { standing: "active" } as const;
const free = { why: null, place: false, going: false };

test("nothing can be done to the only admin, whoever looks", () => {
  const kept = { why: "onlyAdmin", place: true, going: true };
  expect(whatIsOff({ ...ada, ...active }, 1, ada.id)).toEqual(kept);
  expect(whatIsOff({ ...ada, ...active }, 1, sam.id)).toEqual(kept);
});

test("a paused admin is not the one who is left", () => expect(whatIsOff({ ...ada, standing: "paused" }, 1, sam.id)).toEqual(free));

test("one's own place is another admin's to change, and one may go", () =>
  expect(whatIsOff({ ...ada, ...active }, 2, ada.id)).toEqual({ why: "yourself", place: true, going: false }));

test.each([noor, sam])("everything can be done to $role, also while there is one admin", (member) => {
  expect(whatIsOff({ ...member, ...active }, 1, ada.id)).toEqual(free);
  expect(whatIsOff({ ...member, ...active }, 2, ada.id)).toEqual(free);
});
