import { describe, expect, test } from "vitest";
import { changed, everybody, stepsOf, withoutMember } from "../../../components/people/query.ts";
import { crowd, rows } from "./rows.ts";

describe("a question", () => {
  test("that changes begins at its first page; a step keeps it", () => {
    const second = changed({ ...everybody, search: "no" }, { from: 50 });
    expect(second).toEqual({ ...everybody, search: "no", from: 50 });
    expect(changed(second, { role: "staff" })).toEqual({ ...everybody, search: "no", role: "staff", from: 0 });
  });
});

test.each([
  [0, 4, 4, { first: 1, last: 4, before: null, after: null }],
  [0, 50, 120, { first: 1, last: 50, before: null, after: 50 }],
  [50, 50, 120, { first: 51, last: 100, before: 0, after: 100 }],
  [100, 20, 120, { first: 101, last: 120, before: 50, after: null }],
  // Some left meanwhile.
  [100, 0, 90, { first: 100, last: 100, before: 50, after: null }],
  [0, 0, 0, { first: 0, last: 0, before: null, after: null }],
])("from %i, %i of %i", (from, count, total, steps) => expect(stepsOf(from, { members: crowd(count), total })).toEqual(steps));

test("who left is counted no more; who is not there takes nobody with them", () => {
  const page = { members: [...rows], total: 60, admins: 1 };
  expect(withoutMember(page, "m-noor").members.map(({ id }) => id)).toEqual(["m-ada", "m-linh", "m-sam"]);
  expect(withoutMember(page, "m-noor").total).toBe(59);
  expect(withoutMember(page, "m-nobody")).toEqual(page);
});
