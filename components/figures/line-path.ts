import { max, nice, ticks } from "d3-array";
import { area, line } from "d3-shape";

/** The box that a line is drawn in; it is stretched to the room there is, its strokes are not. */
export const box = { width: 1000, height: 100 } as const;
const wantedTicks = 4;

/** The axis for these values, from 0 to a round number above all of them; `most`: it never goes beyond. */
export function axisFor(values: readonly (number | null)[], most = Number.POSITIVE_INFINITY): { top: number; marks: number[] } {
  const highest = max(values, (value) => value ?? 0) ?? 0;
  const [, end] = nice(0, highest > 0 ? highest : 1, wantedTicks);
  const top = Math.min(end, most);
  return { top, marks: ticks(0, top, wantedTicks) };
}

/** Where of `count` moments the one at `index` stands, from 0 to 1. */
export const momentPlace = (index: number, count: number): number => (count < 2 ? 0.5 : index / (count - 1));

/** Which of `count` moments is nearest to a place from 0 to 1. */
export const nearest = (place: number, count: number): number => Math.round(Math.min(1, Math.max(0, place)) * Math.max(0, count - 1));

/** The ways of a line and of the area below it through these values, with gaps where one is null; alone ones are dots. */
export function linePaths(values: readonly (number | null)[], top: number): { line: string; area: string; dots: string } {
  const x = (_: number | null, index: number) => momentPlace(index, values.length) * box.width;
  const y = (value: number | null) => box.height - ((value ?? 0) / top) * box.height;
  const isDrawn = (value: number | null) => value !== null;
  const over = line<number | null>(x, y).defined(isDrawn);
  const under = area<number | null>(x, box.height, y).defined(isDrawn);
  const isAlone = (index: number) => (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  const dots = values.map((value, index) => (value !== null && isAlone(index) ? `M${x(value, index)} ${y(value)}h0` : ""));
  return { line: over(values) ?? "", area: under(values) ?? "", dots: dots.join("") };
}
