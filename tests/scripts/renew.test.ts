// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checksum, prefixBytes, readTriageModel } from "../../lib/triage/model/asset.ts";
import { modelUrl } from "../../scripts/triage-model/asset-file.ts";
import { readCorpus } from "../../scripts/triage-model/corpus.ts";
import { example } from "../../scripts/triage-model/examples.ts";
import { families } from "../../scripts/triage-model/families.ts";
import { type LearntFamily, learnHead } from "../../scripts/triage-model/family.ts";
import { renewModel, storedFamilies } from "../../scripts/triage-model/renew.ts";

const asset = readFileSync(modelUrl);

/** A head for danger that has learnt from a few posts alone. */
function learnt(): LearntFamily {
  const recipe = families.find(({ name }) => name === "nb");
  const head = recipe?.heads.find(({ name }) => name === "danger");
  if (!recipe || !head) throw new Error("no such head");
  const texts = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? `kvittrelampa ${at} brenner` : `takk for fin lampe ${at}`));
  const lessons = texts.map((text, at) => ({ at, example: { ...example(text, [Number(at % 2 === 0)], "written"), part: at % 3 } }));
  const corpus = readCorpus(
    recipe,
    texts,
    texts.map(() => true),
    new Map(),
    new Map(),
  );
  return { recipe, corpus, heads: [learnHead(corpus, head, lessons)], lessons: new Map([[head, lessons]]) };
}

test("an asset that is taken apart and put together is the same, byte for byte", () => {
  expect(Buffer.compare(renewModel(asset, new Map()), asset)).toBe(0);
});

test("what is learnt anew takes the place of what was there, and all else stays", () => {
  const before = storedFamilies(asset);
  const renewed = renewModel(asset, new Map([["nb", learnt()]]));
  const after = storedFamilies(renewed);
  const weightsOf = ({ families: all }: typeof before, name: string, head: string) => {
    const family = all.find(({ shape }) => shape.name === name);
    const [column] = family?.columns.get(head) ?? [];
    return new Map(family?.keys.flatMap((key, at) => (column?.[at] ? [[key, column[at]] as const] : [])));
  };
  expect(weightsOf(after, "nb", "anger")).toEqual(weightsOf(before, "nb", "anger"));
  expect(weightsOf(after, "vi", "danger")).toEqual(weightsOf(before, "vi", "danger"));
  expect(weightsOf(after, "nb", "danger")).not.toEqual(weightsOf(before, "nb", "danger"));
  expect(
    readTriageModel(renewed)
      .family("nb")
      ?.heads.get("danger")
      ?.weights[0]?.some((weight) => weight !== 0),
  ).toBe(true);
  expect(new DataView(renewed.buffer).getUint32(8, true)).toBe(checksum(renewed.subarray(12)));
  expect(renewed.length).toBeGreaterThan(prefixBytes);
});
