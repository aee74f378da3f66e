import { i18n } from "#i18n";
import { dateText } from "../../lib/i18n/day-text.ts";
import type { ItemFigures } from "../../lib/schema/item-figures.ts";

/** How often an answer was used, and liked where it was. */
export function usedText({ used, liked }: Pick<ItemFigures, "used" | "liked">): string {
  const times = i18n.t("knowledge.used", used);
  return liked === 0 ? times : `${times} · ${i18n.t("knowledge.liked", liked)}`;
}

/** Until when an answer holds, or that it is offered no more. `day`: YYYY-MM-DD. */
export const validityText = (day: string, isOver: boolean): string =>
  i18n.t(isOver ? "knowledge.ended" : "knowledge.ends", { day: dateText(`${day}T12:00:00Z`) });
