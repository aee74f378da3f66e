import type { Triage } from "../../lib/schema/triage.ts";
import type { Data } from "./data.ts";
import type { Estimate } from "./interval.ts";
import { splitOf } from "./split.ts";
import type { MeasuredTask } from "./tasks.ts";

type Score = (text: string) => Triage;

/** Value, 95 % interval and number of posts, in percent. */
export function showEstimate({ value, low, high, count }: Estimate): string {
  const part = (share: number) => (100 * share).toFixed(1).padStart(5);
  return `${part(value)}  ${part(low)} to${part(high)}  ${String(count).padStart(6)}`;
}

/** Marks below zero are of figures that should be small. */
function verdict({ value }: Estimate, { gate, aim }: MeasuredTask): string {
  const passes = (mark: number) => (mark < 0 ? value <= -mark : value >= mark);
  if (gate === null || aim === null) return "";
  const marks = `gate ${Math.abs(100 * gate)}, aim ${Math.abs(100 * aim)}`;
  return `${marks}: ${passes(aim) ? "aim" : passes(gate) ? "gate" : "missed"}`;
}

/** The task's figure on the rows of a side; null when there are none. */
export function figureOf(data: Data, task: MeasuredTask, side: string, score: Score): Estimate | null {
  const isIn = (text: string) => side === "all" || (task.unlearnt && side === "test" ? splitOf(text) !== "dev" : splitOf(text) === side);
  const rows = task.rows(data).filter(({ text = "", post = text }) => isIn(post));
  return rows.length === 0 ? null : task.estimate(rows.map((row) => [row, score(row.text ?? "")]));
}

/** One line of the table: the figure, its interval, the number of rows, and how it stands. */
export function measure(data: Data, task: MeasuredTask, side: string, score: Score): string {
  const name = task.name.padEnd(44);
  const found = figureOf(data, task, side, score);
  return found ? `${name} ${showEstimate(found)}  ${verdict(found, task)}`.trimEnd() : `${name} no posts`;
}
