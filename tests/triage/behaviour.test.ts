import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { readTriageModel } from "../../lib/triage/model/asset.ts";
import { triage } from "../../lib/triage/triage.ts";
import floor from "../../scripts/triage-model/behaviour/floor.json" with { type: "json" };
import { behaviourOf, capabilities } from "../../scripts/triage-model/behaviour.ts";

const model = readTriageModel(readFileSync("assets/public/triage/model.bin"));
const counts = { replies: null, reposts: null, likes: null, views: null };

test("no capability is lost in a language: the floor only rises", () => {
  const found = behaviourOf((text, names) =>
    triage({ text, lang: null, counts, verified: null, postedAt: null, names }, 0, defaultTriageSettings, model),
  );
  const least: Readonly<Record<string, Readonly<Record<string, number>>>> = floor;
  expect(Object.keys(least)).toEqual([...capabilities]);
  const lost = capabilities.flatMap((capability) =>
    Object.entries(found[capability])
      .filter(([lang, { passed }]) => passed < (least[capability]?.[lang] ?? 0))
      .map(([lang, { passed, of }]) => `${capability}, ${lang}: ${passed} of ${of}, ${least[capability]?.[lang]} before`),
  );
  expect(lost, "fewer posts are read as a reader would; never lower scripts/triage-model/behaviour/floor.json").toEqual([]);
});
