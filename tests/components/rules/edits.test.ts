import { describe, expect, test } from "vitest";
import { canPush, changeRules, rebase, ruleChangeCount, startRules, wordsProblem } from "../../../components/rules/edits.ts";
import { moved } from "../../../components/rules/thresholds.tsx";
import { stateOf, undo } from "../../../components/ui/edits.ts";
import { defaultTriageSettings } from "../../../lib/schema/triage-defaults.ts";

const start = startRules(defaultTriageSettings);
const rules = stateOf(start);
const withReach = { ...rules, weights: { ...rules.weights, reach: 1 } };
const withWords = { ...withReach, words: { ...rules.words, anger: ["acme gate"] } };

describe("edits of the rules", () => {
  test("are counted setting by setting, and undone one by one", () => {
    const edits = changeRules(changeRules(start, withReach), withWords);
    expect(ruleChangeCount(edits)).toBe(2);
    expect(ruleChangeCount(undo(edits))).toBe(1);
    expect(stateOf(undo(undo(edits)))).toEqual(rules);
    expect(changeRules(edits, withWords)).toBe(edits);
  });

  test("stand on top of what the night or somebody else changed meanwhile", () => {
    const night = {
      ...defaultTriageSettings,
      version: 1,
      thresholds: { ...rules.thresholds, anger: { ...rules.thresholds.anger, value: 0.63 } },
    };
    const rebased = rebase(changeRules(start, withReach), night);
    expect(rebased.baseVersion).toBe(1);
    expect(ruleChangeCount(rebased)).toBe(1);
    expect(stateOf(rebased)).toMatchObject({ thresholds: { anger: { value: 0.63 } }, weights: { reach: 1 } });
    expect(ruleChangeCount(rebase(start, night))).toBe(0);
  });

  test("can be pushed when the server would take them", () => {
    expect(canPush(withWords)).toBe(true);
    expect(canPush({ ...rules, patienceMinutes: 5 })).toBe(false);
    expect(canPush({ ...rules, words: { ...rules.words, urgency: ["!!"] } })).toBe(false);
    expect(wordsProblem(["fine", "one two three four five six seven"])).toEqual({
      code: "too_long",
      word: "one two three four five six seven",
    });
    expect(wordsProblem(Array.from({ length: 201 }, (_, n) => `w${n}`))).toEqual({ code: "too_many", word: "" });
  });

  test("keep a threshold within its limits, whichever is pulled", () => {
    const at = { value: 0.6, least: 0.5, most: 0.7 };
    expect(moved(at, "value", 0.8)).toEqual({ value: 0.8, least: 0.5, most: 0.8 });
    expect(moved(at, "value", 0.4)).toEqual({ value: 0.4, least: 0.4, most: 0.7 });
    expect(moved(at, "least", 0.65)).toEqual({ value: 0.65, least: 0.65, most: 0.7 });
    expect(moved(at, "most", 0.45)).toEqual({ value: 0.45, least: 0.45, most: 0.45 });
  });
});
