import type { PeriodFigures, PeriodQuery } from "../../lib/schema/period-figures.ts";

/** What the figures are asked of. */
export interface PeriodActions {
  /** What this device was told last of the same; null: nothing yet. */
  kept(query: PeriodQuery): PeriodFigures | null;
  /** As the server counts them now. Rejects with why not. */
  read(query: PeriodQuery): Promise<PeriodFigures>;
}
