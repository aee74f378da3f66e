import type { ComponentChildren } from "preact";

/** What stands in a table: a word, or a number with how it is said. A number that is not known is null. */
export type Cell = string | { readonly raw: number | null; readonly text: string };

/** What a picture shows, in rows: for those who do not see it, and for a spreadsheet. */
export interface FigureTable {
  /** Part of a file's name: small letters and lines. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A picture with the one sentence that says what it shows. */
export interface FigureView {
  readonly sentence: string;
  readonly table: FigureTable;
  readonly picture: ComponentChildren;
}

/** A moment of a line. `value`: in the unit of its axis, null where there is nothing to draw. */
export interface LinePoint {
  /** What the moment is called: "12 Nov", "week from 12 Nov". */
  readonly name: string;
  /** The same for the ends of the axis: its first day. */
  readonly mark: string;
  readonly value: number | null;
  /** What it says there, whether it is drawn or not. */
  readonly text: string;
}

/** A line that others reached or expect, drawn in and named. */
export interface ReferenceLine {
  readonly value: number;
  /** Short, at its end: "14 %". */
  readonly text: string;
  /** Whose it is, as a sentence. */
  readonly meaning: string;
}

/** One of a list of bars. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  /** Its length, of the longest. */
  readonly length: number;
  readonly text: string;
  readonly note?: string;
}
