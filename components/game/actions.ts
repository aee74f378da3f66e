import type { OwnBadges } from "../../lib/schema/badges.ts";
import type { WeekBoard } from "../../lib/schema/board.ts";

/** What a member does with their badges. Each rejects with why not. */
export interface BadgeActions {
  read(): Promise<OwnBadges>;
  /** They know of these, and are told no more. */
  know(badges: readonly string[]): Promise<unknown>;
}

/** The weekly board. Each rejects with why not. */
export interface BoardActions {
  /** In the first of these languages in which there are points. */
  read(languages: readonly string[]): Promise<WeekBoard>;
  /** Whether one is listed. */
  choose(isListed: boolean): Promise<unknown>;
}
