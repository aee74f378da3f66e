import { describe, expect, test } from "vitest";
import { choices } from "../../../components/triage/choices.ts";
import { overruleText } from "../../../lib/i18n/overrule-text.ts";
import { type OverruleField, overruleFields } from "../../../lib/schema/overrule.ts";
import { thresholdBounds } from "../../../lib/schema/triage-settings.ts";

const fields = Object.keys(choices) as OverruleField[];

test("every field that may be corrected can be", () => {
  expect(fields.toSorted()).toEqual([...overruleFields].sort());
});

describe.each(fields)("what can be said of %s", (field) => {
  test("has words of its own for each", () => {
    const texts = choices[field].map((value) => overruleText({ field, value }));
    expect(texts).not.toContain("");
    expect(new Set(texts).size).toBe(texts.length);
  });
});

test("a little and clearly lie on their own sides of every threshold", () => {
  const [, little = 1, clearly = 0] = choices.anger.map(Number);
  expect(little).toBeLessThan(thresholdBounds.least);
  expect(clearly).toBeGreaterThan(thresholdBounds.most);
});
