import * as v from "valibot";
import { expect, it } from "vitest";
import { AuditQuery } from "../../lib/schema/audit.ts";
import { rights } from "../../lib/schema/operations/rights.ts";

const all = { who: "", what: "", about: "", from: null, to: null, before: null };

it("lines are asked for by words of some length, instants and a place; by nothing else", () => {
  expect(v.is(AuditQuery, all)).toBe(true);
  expect(v.is(AuditQuery, { ...all, from: "2026-03-02T10:00:00.000Z", before: 12 })).toBe(true);
  for (const bad of [{ who: "x".repeat(81) }, { from: "yesterday" }, { before: 0 }, { before: 1.5 }, { sort: "who" }])
    expect(v.is(AuditQuery, { ...all, ...bad })).toBe(false);
});

it("looking at the log leaves no line in it", () => {
  expect([rights["audit.list"].audited, rights["audit.check"].audited]).toEqual([null, null]);
});
