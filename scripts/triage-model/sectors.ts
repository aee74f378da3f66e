import { type LearntFamily, learnHead } from "./family.ts";
import { type Estimate, estimate } from "./interval.ts";
import { rawScores } from "./learn.ts";
import { type Labelled, macroF1 } from "./metrics.ts";

/** True for sets of complaints of one sector, false for sets of ordinary posts. */
const isSector = (from: string): boolean => from.startsWith("sector ") && !from.startsWith("sector random");

/**
 * Complaints in sectors never seen: each sector's posts are read by a head that has learnt from the other sectors alone. The heads that feed it
 * learn from no complaint at all. Null when the family has no such head.
 */
export function unseenSectors({ corpus, heads, lessons }: LearntFamily): Estimate | null {
  const head = heads.find(({ recipe }) => recipe.name === "complaint")?.recipe;
  if (!head) return null;
  const all = lessons.get(head) ?? [];
  const sectors = [...new Set(all.map(({ example }) => example.from))].filter(isSector);
  if (sectors.length === 0) return null;
  const rows = sectors.flatMap((sector) => {
    const rest = all.filter(({ example }) => example.from !== sector);
    const { weights, calibration } = learnHead(corpus, head, rest);
    const [slope = 1] = calibration.slopes;
    const [offset = 0] = calibration.offsets.all ?? [];
    return all
      .filter(({ example }) => example.from === sector)
      .map(({ at, example }): Labelled => {
        const [score = 0] = rawScores(corpus, at, weights, new Float64Array(1));
        return { truth: String(example.targets[0]), answer: slope * score + offset >= 0 ? "1" : "0" };
      });
  });
  return estimate(rows, macroF1);
}
