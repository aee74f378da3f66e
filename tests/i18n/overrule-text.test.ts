import { afterEach, describe, expect, it } from "vitest";
import { i18n } from "#i18n";
import { isolate } from "../../lib/i18n/isolate.ts";
import { numberText } from "../../lib/i18n/number-text.ts";
import { fieldText, overruleText, valueText } from "../../lib/i18n/overrule-text.ts";
import { texts } from "../../lib/i18n/texts.ts";
import { overruleFields } from "../../lib/schema/overrule.ts";
import { speak } from "../support/language.ts";

let end = () => {};
afterEach(() => end());

describe("a score", () => {
  it("has two digits, and its minus in front in every direction of writing", () => {
    expect(numberText(0.5)).toBe("0.50");
    expect(numberText(-0.256)).toBe("\u200e-0.26");
  });
});

describe("what a person said of a field", () => {
  it.each([
    ["anger", 0, "overrule.anger.none"],
    ["anger", 0.3, "overrule.anger.some"],
    ["anger", 1, "overrule.anger.full"],
    ["sentiment", -1, "overrule.sentiment.negative"],
    ["sentiment", 0.1, "overrule.sentiment.neutral"],
    ["priority", 20, "overrule.priority.low"],
    ["priority", 50, "overrule.priority.middle"],
    ["priority", 90, "overrule.priority.high"],
    ["kind", "complaint", "kind.complaint"],
    ["route", "first_line", "route.first_line"],
    ["reach", 2, "panel.readers.r2"],
  ] as const)("%s %s", (field, value, key) => {
    expect(overruleText({ field, value })).toBe(i18n.t(key));
  });

  it("says so where nobody knows the language", () => {
    expect(overruleText({ field: "lang", value: "unknown" })).toBe(i18n.t("panel.languageUnknown"));
    expect(overruleText({ field: "lang", value: "he" })).toBe("Hebrew");
  });
});

describe("what triage gave", () => {
  it("is a number where a person would use words, but for readers and kinds", () => {
    expect(valueText("anger", 0.3)).toBe("0.30");
    expect(valueText("priority", 63.6)).toBe("64");
    expect(valueText("reach", 1)).toBe(i18n.t("reach.r1"));
    expect(valueText("kind", "praise")).toBe(i18n.t("kind.praise"));
  });

  it("has a name for every field, each its own", () => {
    expect(new Set(overruleFields.map(fieldText)).size).toBe(overruleFields.length);
  });
});

describe("texts put together", () => {
  it("are set apart only where they could move something", async () => {
    expect(isolate("Dana")).toBe("Dana");
    expect(isolate("דנה")).toBe("\u2068דנה\u2069");
    end = await speak("he");
    expect(isolate("Dana")).toBe("\u2068Dana\u2069");
  });

  it("have their blanks filled with what is set apart, where the bare texts would not", async () => {
    end = await speak("he");
    const args = { what: "x", who: "Dana" };
    expect(i18n.t("says", args)).toContain("\u2068Dana\u2069");
    expect(texts.t("says", args)).toContain("Dana");
    expect(texts.t("says", args)).not.toContain("\u2068");
  });
});
