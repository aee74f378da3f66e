import { seeded } from "../seeded.ts";
import type { Metric } from "./metrics.ts";

const resamples = 200;

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** The figure with its 95 % interval by resampling rows (percentile bootstrap, fixed seed). */
export function estimate<T>(rows: readonly T[], metric: Metric<T>): Estimate {
  const next = seeded(rows.length);
  const figures: number[] = [];
  for (let at = 0; at < resamples; at++) {
    const sample: T[] = [];
    for (let left = rows.length; left > 0; left--) {
      const row = rows[Math.floor(next() * rows.length)];
      if (row !== undefined) sample.push(row);
    }
    const figure = metric(sample);
    if (Number.isFinite(figure)) figures.push(figure);
  }
  figures.sort((a, b) => a - b);
  const at = (share: number) => figures[Math.round(share * (figures.length - 1))] ?? Number.NaN;
  return { value: metric(rows), low: at(0.025), high: at(0.975), count: rows.length };
}
