import type { KnowledgeItem } from "./workspace.ts";

type Dated = Pick<KnowledgeItem, "validUntil">;

const dayMs = 24 * 60 * 60_000;
/** How long before its last day an item's owner is reminded, and after it still. */
const remindedMs = 7 * dayMs;

/** A day of UTC, as an item's last day is written. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The last day on which an item may end for its owner to be reminded now. `nowMs`: epoch ms. */
export const remindedUntil = (nowMs: number): string => dayOf(nowMs + remindedMs);

/** Whether an item is offered no more: its last day is over. */
export const isPast = ({ validUntil }: Dated, nowMs: number): boolean => validUntil != null && validUntil < dayOf(nowMs);

/** Whether its owner is reminded: it ends within a week, or did within the last one. */
export function isEnding({ validUntil }: Dated, nowMs: number): boolean {
  return validUntil != null && validUntil <= remindedUntil(nowMs) && validUntil >= dayOf(nowMs - remindedMs);
}
