import { i18n } from "#i18n";
import { type BadgeId, badgeMarks } from "../schema/badges.ts";
import { evidenceDays } from "../schema/levels.ts";
import { levelText } from "./level-text.ts";

/** Badges that one time is enough for: what they are earned by is said without a number. */
type Once = { [B in BadgeId]: (typeof badgeMarks)[B]["mark"] extends 1 ? B : never }[BadgeId];
const isOnce = (badge: BadgeId): badge is Once => badgeMarks[badge].mark === 1;

/** What a badge is called. */
export const badgeText = (badge: BadgeId): string => i18n.t(`game.badges.name.${badge}`);

/** What exactly it is earned by. */
export function badgeMarkText(badge: BadgeId): string {
  if (isOnce(badge)) return i18n.t(`game.badges.once.${badge}`);
  const { mark } = badgeMarks[badge];
  return i18n.t(`game.badges.mark.${badge}`, { mark, days: evidenceDays, level: levelText(mark) });
}
