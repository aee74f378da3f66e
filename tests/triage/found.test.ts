import { describe, expect, test } from "vitest";
import { hazardOf } from "../../lib/triage/hazard.ts";
import { judgement, safe, scores } from "./findings.ts";

describe("model and lists together", () => {
  test("the model speaks alone from its mark on, and the surer kind is named", () => {
    const hazards = { ...safe, danger: 0.5, fraud: 0.4, safety: 0.2 };
    expect(hazardOf(scores(), judgement({ hazards, telling: { fraud: ["hacked"] } }))).toEqual({
      ...{ hazard: "fraud", danger: 0.5, words: ["hacked"] },
    });
    expect(hazardOf(scores(), judgement({ hazards: { ...hazards, danger: 0.49 } })).hazard).toBe("none");
  });

  test.each([
    ["self_harm", 0.02, 0.03],
    ["safety", 0.07, 0.08],
    ["fraud", 0.19, 0.2],
    ["violence", 0.24, 0.25],
  ] as const)("a listed phrase of %s counts where the model sees a little too", (hazard, tooLittle, enough) => {
    const said = scores({ [hazard]: 0.7 }, ["so"]);
    expect(hazardOf(said, judgement({ hazards: { ...safe, danger: tooLittle } })).hazard).toBe("none");
    expect(hazardOf(said, judgement({ hazards: { ...safe, danger: enough } }))).toEqual({ hazard, danger: 0.7, words: ["so"] });
  });

  test("a workspace may ask for more before it is disturbed, but not where somebody may end their life", () => {
    const of = (kind: "fraud" | "self_harm", dangerFrom: number, said = scores()) =>
      hazardOf(said, judgement({ hazards: { ...safe, danger: 0.5, [kind]: 0.4 } }), dangerFrom).hazard;
    expect([of("fraud", 0.5), of("fraud", 0.55), of("fraud", 0.4)]).toEqual(["fraud", "none", "fraud"]);
    expect(of("self_harm", 0.95)).toBe("self_harm");
    expect([of("fraud", 0.65, scores({ fraud: 0.7 })), of("fraud", 0.75, scores({ fraud: 0.7 }))]).toEqual(["fraud", "none"]);
    expect(of("self_harm", 0.95, scores({ self_harm: 0.8 }))).toBe("self_harm");
  });

  test("a kind that is past its own mark counts, however little danger as a whole", () => {
    const of = (hazards: object, dangerFrom = 0.5) => hazardOf(scores(), judgement({ hazards: { ...safe, ...hazards } }), dangerFrom);
    expect(of({ danger: 0.1, violence: 0.5 })).toMatchObject({ hazard: "violence", danger: 0.5 });
    expect(of({ danger: 0.1, violence: 0.6, self_harm: 0.55 }, 0.65)).toMatchObject({ hazard: "self_harm", danger: 0.55 });
  });

  test("several phrases need less of the model", () => {
    const hazards = { ...safe, danger: 0.06 };
    expect(hazardOf(scores({ violence: 0.9 }), judgement({ hazards })).hazard).toBe("violence");
  });

  test("a court needs a word or a sure model, leaving a sure model", () => {
    const of = (hazards: Partial<typeof safe | Record<string, number>>, said = scores()) =>
      hazardOf(said, judgement({ hazards: { ...safe, ...hazards } })).hazard;
    expect(of({ legal: 0.6 })).toBe("none");
    expect(of({ legal: 0.6 }, scores({ legal: 0.7 }))).toBe("legal");
    expect(of({ legal: 0.75 })).toBe("legal");
    expect(of({ leaving: 0.74 })).toBe("none");
    expect(of({ leaving: 0.75 })).toBe("leaving");
  });
});

test("without a model the lists speak when they are surer", () => {
  expect(hazardOf(scores({ safety: 0.7 }), null).hazard).toBe("none");
  expect(hazardOf(scores({ safety: 0.8 }), null).hazard).toBe("safety");
});
