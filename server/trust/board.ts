import { boardNames, type WeekBoard, type WeekRow } from "../../lib/schema/board.ts";

/** Somebody in their place, the first first; who has as many points as another stands before or after them by lot, another one each week. */
export interface Placed extends WeekRow {
  /** How many stand before them. */
  readonly before: number;
  /** How many share the place, they among them. */
  readonly sharing: number;
}

/** What a board shows of those in the first ten and of the one who asks, and how many more share the tenth's place. */
export function shownOf(standings: readonly Placed[]): Pick<WeekBoard, "rows" | "alsoTenth"> {
  const last = standings.find(({ before }) => before === boardNames - 1);
  const shown = standings.filter(({ place }) => place === last?.place).length;
  const rows = standings.map(({ place, name, points, isMine }) => ({ place, name, points, isMine }));
  return { rows, alsoTenth: last === undefined ? 0 : last.sharing - shown };
}
