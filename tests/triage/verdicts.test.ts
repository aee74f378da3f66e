import { describe, expect, test } from "vitest";
import type { OverruleField } from "../../lib/schema/overrule.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { overruled, withOverrule, withoutOverrules } from "../../lib/triage/overrules.ts";
import { priorityOf } from "../../lib/triage/priority.ts";
import { type Looked, verdictsOf } from "../../lib/triage/verdicts.ts";
import { dana, iso, noonMs, triaged } from "../support/samples.ts";

const angry: Triage = { ...triaged, anger: 0.8, kind: "complaint", route: "first_line" };
const threat: Triage = { ...triaged, threat: 0.9, kind: "threat", route: "first_line" };
const danger: Triage = { ...triaged, hazard: "safety", danger: 0.7, route: "first_line" };
const technical: Triage = { ...triaged, technical: 0.7, route: "second_line" };
const by = { id: dana.id, name: dana.name };

type Said = Partial<Record<OverruleField, string | number>>;
const saying = (scored: Triage, said: Said) =>
  Object.entries(said).map(([field, value]) => ({
    field: field as OverruleField,
    value,
    was: scored[field as OverruleField],
    by,
    at: iso(noonMs),
  }));
const short = (scored: Triage, said: Said = {}, more: Partial<Looked> = {}) =>
  verdictsOf(
    { scored, overrules: saying(scored, said), sentBack: false, answeredByStaff: false, ...more },
    defaultTriageSettings.thresholds,
  ).map(({ cause, sent, holds, source }) => `${cause} ${sent ? "sent" : "kept"} ${holds ? "right" : "wrong"} ${source}`);

describe("what staff did says of triage", () => {
  test.each<[string, string[], string[]]>([
    ["nothing by itself, nor taking it", short(angry), []],
    ["yes by an answer without a correction", short(angry, {}, { answeredByStaff: true }), ["anger sent right answered"]],
    ["no by 'not angry'", short(angry, { anger: 0 }), ["anger sent wrong said"]],
    ["no by 'a little angry'", short(angry, { anger: 0.3 }), ["anger sent wrong said"]],
    ["yes by 'angry'", short(angry, { anger: 1 }), ["anger sent right said"]],
    ["no by 'not angry', though they answered", short(angry, { anger: 0 }, { answeredByStaff: true }), ["anger sent wrong said"]],
    ["no by sending it back", short(angry, {}, { sentBack: true }), ["anger sent wrong said"]],
    ["yes by 'angry', though they sent it back", short(angry, { anger: 1 }, { sentBack: true }), ["anger sent right said"]],
    ["no by naming the community", short(angry, { route: "community" }), ["anger sent wrong said"]],
    ["yes by naming the same line", short(angry, { route: "first_line" }), ["anger sent right said"]],
    ["nothing by naming the other line", short(angry, { route: "second_line" }), []],
    ["missed by 'angry' of a calm one", short(triaged, { anger: 1 }), ["anger kept right said"]],
    ["rightly kept by 'not angry' of a calm one", short(triaged, { anger: 0 }), ["anger kept wrong said"]],
    ["nothing by an answer to one that was not sent", short(triaged, {}, { answeredByStaff: true }), []],
    ["no by another kind than a threat", short(threat, { kind: "question" }), ["threat sent wrong said"]],
    ["yes by 'threat'", short(threat, { kind: "threat" }), ["threat sent right said"]],
    ["missed by 'threat' of another kind", short(triaged, { kind: "threat" }), ["threat kept right said"]],
    ["no by 'no danger'", short(danger, { hazard: "none" }), ["danger sent wrong said"]],
    ["no by 'a lawyer', whom staff get too", short(danger, { hazard: "legal" }), ["danger sent wrong said"]],
    ["yes by another danger", short(danger, { hazard: "fraud" }), ["danger sent right said"]],
    ["yes by an answer to danger, and nothing of anger", short(danger, {}, { answeredByStaff: true }), ["danger sent right answered"]],
    ["missed by 'danger' of a calm one", short(triaged, { hazard: "self_harm" }), ["danger kept right said"]],
    ["nothing by another kind of one that is no threat", short(triaged, { kind: "praise" }), []],
    [
      "yes of both by an answer to an angry threat",
      short({ ...threat, anger: 0.9 }, {}, { answeredByStaff: true }),
      ["anger sent right answered", "threat sent right answered"],
    ],
    ["yes by an answer to a technical one", short(technical, {}, { answeredByStaff: true }), ["technical sent right answered"]],
    ["no by 'not technical'", short(technical, { technical: 0 }), ["technical sent wrong said"]],
    [
      "of anger, when it was sent before the threshold rose",
      short({ ...angry, anger: 0.55 }, {}, { answeredByStaff: true }),
      ["anger sent right answered"],
    ],
  ])("%s", (_what, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe("an overrule", () => {
  const laid = (scored: Triage, said: Said) => overruled(scored, saying(scored, said), 30, defaultTriageSettings);

  test("none changes nothing", () => {
    expect(laid(angry, {})).toBe(angry);
  });

  test("leads to priority and route by the corrected scores", () => {
    const calm = laid(angry, { anger: 0 });
    expect(calm).toMatchObject({ anger: 0, route: "community", reasons: angry.reasons });
    expect(calm.priority).toBe(priorityOf({ ...angry, anger: 0 }, 30, defaultTriageSettings.weights));
    expect(laid(triaged, { technical: 1 }).route).toBe("second_line");
    expect(laid(triaged, { kind: "threat" }).route).toBe("first_line");
    expect(laid(threat, { kind: "other" }).route).toBe("community");
    expect(laid(triaged, { sentiment: -0.7 }).sentimentLabel).toBe("negative");
  });

  test("of route and priority wins over what the scores say", () => {
    expect(laid(angry, { route: "second_line", anger: 1, priority: 3 })).toMatchObject({ route: "second_line", priority: 3 });
  });

  test("of what does not decide the route leaves one that only the device could know", () => {
    const fromDevice: Triage = { ...triaged, route: "second_line" };
    expect(laid(fromDevice, { urgency: 1 }).route).toBe("second_line");
  });

  test("is taken back to what was before, one field at a time", () => {
    const first = withOverrule([], angry, { field: "anger", value: 0 }, by, iso(noonMs));
    const second = withOverrule(first, angry, { field: "urgency", value: 1 }, by, iso(noonMs));
    expect(withOverrule(second, angry, { field: "anger", value: 0.3 }, by, iso(noonMs))).toHaveLength(2);
    expect(withOverrule(second, angry, { field: "anger", value: null }, by, iso(noonMs))).toEqual([second[1]]);
    const scored = { ...angry, priority: priorityOf(angry, 30, defaultTriageSettings.weights) };
    const shown = overruled(scored, second, 30, defaultTriageSettings);
    expect(withoutOverrules(shown, second, 30, defaultTriageSettings)).toEqual(scored);
  });
});
