import { expect, it } from "vitest";
import { type RaterWord, raterWeights } from "../../../server/trust/weights.ts";

/** What raters said of some answers of each author: 1, 0 a digit. */
const words = (said: Readonly<Record<string, Readonly<Record<string, string>>>>): RaterWord[] =>
  Object.entries(said).flatMap(([rater, authors]) =>
    Object.entries(authors).flatMap(([author, values]) =>
      [...values].map((value, n) => ({ rater, author, item: `${author} ${n}`, value: Number(value) })),
    ),
  );

it("who finds what others find weighs in full, who finds the contrary least, and who flips a coin less", async () => {
  const weights = await raterWeights(
    words({
      ann: { good: "11111111", bad: "00000000" },
      ben: { good: "11111111", bad: "00000000" },
      cid: { good: "11111111", bad: "00000000" },
      coin: { good: "10101010", bad: "10101010" },
      troll: { good: "00000000", bad: "11111111" },
    }),
  );
  expect(weights.get("ann")?.weight).toBeGreaterThan(0.95);
  expect(weights.get("ann")).toMatchObject({ compared: 16 });
  const [coin, troll] = [weights.get("coin")?.weight ?? 1, weights.get("troll")?.weight ?? 1];
  expect(coin).toBeLessThan(0.8);
  expect(troll).toBeLessThan(coin / 2);
});

it("a ring that approves its own is weighed by what outsiders find of these", async () => {
  const ring = ["r1", "r2", "r3", "r4", "r5"];
  const outside = Object.fromEntries(
    ["o1", "o2", "o3", "o4", "o5", "o6"].map((id) => [
      id,
      { ...Object.fromEntries(ring.map((each) => [each, "00"])), ann: "11", ben: "11" },
    ]),
  );
  const inside = Object.fromEntries(
    ring.map((id) => [id, Object.fromEntries(ring.filter((each) => each !== id).map((each) => [each, "11"]))]),
  );
  const weights = await raterWeights(words({ ...outside, ...inside }));
  expect(weights.get("o1")?.weight).toBeGreaterThan(0.9);
  for (const id of ring) expect(weights.get(id)?.weight).toBeLessThan(0.8);
});

it("one disagreement takes nobody's weight, and who is alone keeps all of it", async () => {
  const weights = await raterWeights(words({ ann: { one: "1" }, ben: { one: "0" }, eve: { two: "0" } }));
  expect(weights.get("ann")?.weight).toBeGreaterThan(0.8);
  expect(weights.get("ben")?.weight).toBeGreaterThan(0.8);
  expect(weights.get("eve")).toEqual({ weight: 1, compared: 0, agreed: 0 });
  expect(await raterWeights([])).toEqual(new Map());
});
