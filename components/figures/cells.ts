import { countText, shareText } from "../../lib/i18n/figures-text.ts";
import type { Share } from "../../lib/schema/period-figures.ts";
import type { Bar, Cell } from "./view.ts";

export const countCell = (raw: number): Cell => ({ raw, text: countText(raw) });
export const shareCell = (share: Share): Cell => ({ raw: share.share, text: shareText(share) });

/** Counts as bars, in the order that they have. */
export function countBars(rows: readonly { key: string; name: string; count: number; note?: string }[]): Bar[] {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return rows.map(({ count, ...row }) => ({ ...row, length: count / most, text: countText(count) }));
}
