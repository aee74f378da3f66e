/** A figure of paired truths and answers. */
export type Metric<T> = (rows: readonly T[]) => number;

export interface Labelled {
  readonly truth: string;
  readonly answer: string;
}

export interface Scored {
  readonly truth: number;
  readonly answer: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Precision, recall, F1 and number of one class. */
function ofClass(rows: readonly Labelled[], name: string): { recall: number; f1: number; count: number } {
  const count = rows.filter(({ truth }) => truth === name).length;
  const said = rows.filter(({ answer }) => answer === name).length;
  const right = rows.filter(({ truth, answer }) => truth === name && answer === name).length;
  return { recall: count ? right / count : 0, f1: count + said ? (2 * right) / (count + said) : 0, count };
}

const classes = (rows: readonly Labelled[]): string[] => [...new Set(rows.map(({ truth }) => truth))];

export const accuracy: Metric<Labelled> = (rows) => mean(rows.map(({ truth, answer }) => Number(truth === answer)));
export const macroF1: Metric<Labelled> = (rows) => mean(classes(rows).map((name) => ofClass(rows, name).f1));
export const macroRecall: Metric<Labelled> = (rows) => mean(classes(rows).map((name) => ofClass(rows, name).recall));
export const weightedF1: Metric<Labelled> = (rows) =>
  classes(rows).reduce((sum, name) => sum + (ofClass(rows, name).f1 * ofClass(rows, name).count) / rows.length, 0);
export const f1Of =
  (name: string): Metric<Labelled> =>
  (rows) =>
    ofClass(rows, name).f1;

export const pearson: Metric<Scored> = (rows) => {
  const [x, y] = [mean(rows.map(({ truth }) => truth)), mean(rows.map(({ answer }) => answer))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const { truth, answer } of rows) {
    xy += (truth - x) * (answer - y);
    xx += (truth - x) ** 2;
    yy += (answer - y) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
};

/** Chance that a row of truth 1 scores above one of truth 0; equal scores count half. */
export const areaUnderCurve: Metric<Scored> = (rows) => {
  const sorted = [...rows].sort((a, b) => a.answer - b.answer);
  const positives = sorted.filter(({ truth }) => truth === 1).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.answer === sorted[from]?.answer) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) ranks += sorted[at]?.truth === 1 ? rank : 0;
    from = to;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
};

const bins = 10;

/** Expected calibration error over ten bins of equal width (Naeini et al., AAAI 2015). */
export const calibrationError: Metric<Scored> = (rows) => {
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const inside = rows.filter(({ answer }) => Math.min(bins - 1, Math.floor(answer * bins)) === bin);
    if (inside.length === 0) continue;
    error += (inside.length / rows.length) * Math.abs(mean(inside.map(({ answer }) => answer)) - mean(inside.map(({ truth }) => truth)));
  }
  return error;
};
