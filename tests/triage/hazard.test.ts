import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { readTriageModel } from "../../lib/triage/model/asset.ts";
import { overruled, withOverrule } from "../../lib/triage/overrules.ts";
import { priorityOf } from "../../lib/triage/priority.ts";
import { routeOf } from "../../lib/triage/route.ts";
import { triage } from "../../lib/triage/triage.ts";
import { triaged } from "../support/samples.ts";

const model = readTriageModel(readFileSync("assets/public/triage/model.bin"));
const counts = { replies: null, reposts: null, likes: null, views: null };
const read = (text: string, by: typeof model | null = model, lang: string | null = null) =>
  triage({ text, lang, counts, verified: null, postedAt: null }, 0, defaultTriageSettings, by);

describe("danger goes to the first line before everything else, however calm it sounds", () => {
  test.each([
    ["safety", "The kettle caught fire and the kitchen is full of smoke"],
    ["self_harm", "I want to kill myself, nobody answers the phone"],
    ["fraud", "My account was hacked and my money is gone"],
    ["safety", "Brødristeren tok fyr, kjøkkenet er fullt av røyk"],
    ["safety", "התנור עלה באש והמטבח מלא עשן"],
    ["safety", "熱水壺起火了，插座都燒黑了"],
    ["fraud", "Akun saya dibobol, saldo hilang semua"],
    ["self_harm", "tôi không muốn sống nữa, chỉ muốn chết"],
  ])("%s: %s", (hazard, text) => {
    const { route, priority, reasons, ...result } = read(text);
    expect({ hazard: result.hazard, route }).toEqual({ hazard, route: "first_line" });
    expect(priority).toBeGreaterThanOrEqual(90);
    expect(reasons[0]).toMatchObject({ code: hazard });
    expect(result.answerability).toBeGreaterThanOrEqual(0.5);
  });
});

test("word lists alone know plain danger too", () => {
  expect(read("The kettle caught fire, the kitchen is full of smoke and my son is in hospital", null, "en")).toMatchObject({
    hazard: "safety",
    route: "first_line",
  });
  expect(read("This song is fire, killing it", null, "en")).toMatchObject({ hazard: "none", route: "community" });
});

describe("what it speaks of routes whatever the other scores say", () => {
  const calm = { anger: 0, technical: 1, kind: "praise" } as const;
  test.each([
    ["self_harm", "first_line"],
    ["violence", "first_line"],
    ["safety", "first_line"],
    ["fraud", "first_line"],
    ["legal", "first_line"],
    ["leaving", "second_line"],
    ["none", "second_line"],
  ] as const)("%s", (hazard, route) => {
    expect(routeOf({ ...calm, hazard }, defaultTriageSettings)).toBe(route);
  });
});

test("in danger the priority is at least 90, near it at least 60, and less where nobody waits", () => {
  const of = (change: Partial<typeof triaged>) => priorityOf({ ...triaged, ...change }, 0, defaultTriageSettings.weights);
  expect(of({ hazard: "safety", answerability: 0 })).toBe(90);
  expect(of({ danger: 0.4 })).toBe(60);
  expect(of({ hazard: "legal" })).toBe(of({}));
  expect(of({ answerability: 0 })).toBeLessThan(of({}) / 2);
});

test("staff say what is no danger, and what is", () => {
  const by = { id: "m-linh", name: "Linh" };
  const danger = { ...triaged, hazard: "safety", danger: 0.9, route: "first_line", priority: 90 } as const;
  const calm = overruled(
    danger,
    withOverrule([], danger, { field: "hazard", value: "none" }, by, "2026-03-02T12:00:00.000Z"),
    0,
    defaultTriageSettings,
  );
  expect(calm).toMatchObject({ hazard: "none", danger: 0, route: "community" });
  expect(calm.priority).toBeLessThan(60);
  const found = overruled(
    triaged,
    withOverrule([], triaged, { field: "hazard", value: "fraud" }, by, "2026-03-02T12:00:00.000Z"),
    0,
    defaultTriageSettings,
  );
  expect(found).toMatchObject({ hazard: "fraud", route: "first_line" });
  expect(found.priority).toBeGreaterThanOrEqual(90);
});

test("whom a person calls a question or a complaint, waits", () => {
  const noise = { ...triaged, kind: "other", answerability: 0.05 } as const;
  const by = { id: "m-linh", name: "Linh" };
  const said = overruled(
    noise,
    withOverrule([], noise, { field: "kind", value: "question" }, by, "2026-03-02T12:00:00.000Z"),
    0,
    defaultTriageSettings,
  );
  expect(said.answerability).toBe(1);
});

describe("a link below it, or another brand's name, changes nothing", () => {
  const posts = [
    "You are thieves and liars, I am furious",
    "The kettle caught fire and the kitchen is full of smoke",
    "How do I pair it with two phones?",
  ];
  test.each(posts)("%s", (post) => {
    const { route, anger } = read(post);
    const linked = read(`${post} https://t.co/Ab3dE`);
    expect({ route: linked.route, anger: linked.anger }).toEqual({ route, anger });
  });
  test("named", () => {
    const named = (name: string) => {
      const text = `${name} lost my parcel again`;
      return triage(
        { text, lang: "en", counts, verified: null, postedAt: null, names: [{ start: 0, end: name.length }] },
        0,
        defaultTriageSettings,
        model,
      );
    };
    expect(named("Hell Energy")).toEqual(named("Acme"));
    expect(named("Best Buy")).toEqual(named("Acme"));
  });
});
