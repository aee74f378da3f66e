// @vitest-environment node
import { expect, it } from "vitest";
import { topicsOf } from "../../lib/state/topics.ts";
import { list } from "../support/samples.ts";

const [entry] = list.entries;
if (!entry) throw new Error("the sample list has entries");
const listOf = (labels: readonly (string | null)[], parts: Partial<typeof list> = {}) => ({
  ...list,
  entries: labels.map((label, n) => ({ ...entry, id: `e${n}`, label })),
  ...parts,
});

it("are the labels of the keyword lists, each once, without those of negative lists and entries without a label", () => {
  const lists = [listOf(["Earbuds", null, "Cases", "Earbuds"]), listOf(["Spam"], { negative: true }), listOf(["Apps"])];
  expect(topicsOf(lists)).toEqual(["Apps", "Cases", "Earbuds"]);
  expect(topicsOf([])).toEqual([]);
});

it("are the 30 in most use where there are more", () => {
  const labels = Array.from({ length: 20_000 }, (_, n) => `t${n < 19_000 ? n : 20_000 + (n % 10)}`);
  const topics = topicsOf([listOf(labels)]);
  expect(topics).toHaveLength(30);
  for (let n = 0; n < 10; n++) expect(topics).toContain(`t${20_000 + n}`);
});
