import { expect, it } from "vitest";
import { baseline, comments, statementsOf, steps } from "../../../server/database/steps.ts";

it("a step is read statement by statement, without its remarks", () => {
  const sql =
    "-- Up Migration\n-- Why; and how;\nCREATE TABLE a (\n  -- One; of them.\n  b text DEFAULT ';' NOT NULL\n);\n\nCOMMENT ON TABLE a IS 'x; y.';\n";
  expect(statementsOf(sql)).toEqual(["CREATE TABLE a (\n\n  b text DEFAULT ';' NOT NULL\n)", "COMMENT ON TABLE a IS 'x; y.'"]);
});

it("the schema that was written once comes first, and says what its tables are", () => {
  expect(steps().slice(0, baseline().length)).toEqual(baseline());
  expect(comments().length).toBeGreaterThan(100);
});
